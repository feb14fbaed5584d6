package sec.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import sec.compiler.backend.djl.UnsupportedNetworkException;
import sec.runtime.EnvironmentException;
import sec.runtime.data.DataException;
import sec.runtime.training.DivergedException;
import sec.runtime.training.UntrainableException;

/** Says failures to a person, and gives each its exit status. */
final class Failures implements IExecutionExceptionHandler {
  private static final String STACK = "sec.stacktrace";

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    int code =
        switch (e) {
          case InputException ignored -> ExitCode.INPUT;
          case UnsupportedNetworkException ignored -> ExitCode.INPUT;
          case DivergedException ignored -> ExitCode.INPUT;
          case UntrainableException ignored -> ExitCode.INPUT;
          case DataException data ->
              data.kind() == DataException.Kind.MISSING ? ExitCode.ENVIRONMENT : ExitCode.INPUT;
          case EnvironmentException ignored -> ExitCode.ENVIRONMENT;
          case IOException ignored -> ExitCode.ENVIRONMENT;
          case UncheckedIOException ignored -> ExitCode.ENVIRONMENT;
          default -> -1;
        };
    if (code < 0) {
      err.println("sec: internal error: " + e);
      err.println("This is a mistake in sec, not in what you gave it. Please report it with:");
      e.printStackTrace(err);
      err.flush();
      return ExitCode.INPUT;
    }
    String message = message(e);
    if (!message.isEmpty()) {
      err.println("sec: " + message);
    }
    if (Boolean.getBoolean(STACK)) {
      e.printStackTrace(err);
    }
    err.flush();
    return code;
  }

  private static String message(Exception e) {
    return switch (e) {
      case UncheckedIOException unchecked ->
          unchecked.getMessage() + ": " + message(requireNonNull(unchecked.getCause()));
      case AccessDeniedException denied -> denied.getFile() + ": permission denied";
      case NoSuchFileException missing -> missing.getFile() + ": there is no such file or folder";
      case NotDirectoryException file -> file.getFile() + " is not a folder";
      case FileAlreadyExistsException file -> file.getFile() + " exists and is not a folder";
      case DirectoryNotEmptyException folder -> folder.getFile() + " is a folder";
      case FileSystemException system ->
          system.getFile() + ": " + (system.getReason() == null ? "failed" : system.getReason());
      default -> e.getMessage() == null ? e.toString() : e.getMessage();
    };
  }
}
