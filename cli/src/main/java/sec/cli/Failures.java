package sec.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import sec.compiler.diagnostics.Printable;
import sec.compiler.io.FileFailure;
import sec.runtime.EnvironmentException;
import sec.runtime.data.DataException;
import sec.runtime.data.UncheckedDataException;
import sec.runtime.runs.RunException;
import sec.runtime.training.DivergedException;
import sec.runtime.training.UnfitCheckpointException;
import sec.runtime.training.UntrainableException;

/** Says failures to a person, and gives each its exit status. */
final class Failures implements IExecutionExceptionHandler {
  private static final String STACK = "sec.stacktrace";

  /** Runs a command so that a lack of memory, which is no exception, is said like one. */
  static IExecutionStrategy sayingMemory(IExecutionStrategy run) {
    return parsed -> {
      try {
        return run.execute(parsed);
      } catch (OutOfMemoryError e) {
        String message =
            "this needs more memory than the %,d MiB that Java has; give it more: SEC_JAVA_OPTS=-Xmx2g"
                .formatted(Runtime.getRuntime().maxMemory() >> 20);
        throw new ExecutionException(
            parsed.commandSpec().commandLine(), message, new EnvironmentException(message, e));
      }
    };
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof UncheckedDataException unchecked) {
      return handleExecutionException(unchecked.getCause(), command, parsed);
    }
    int code =
        switch (e) {
          case InputException ignored -> ExitCode.INPUT;
          case DivergedException ignored -> ExitCode.INPUT;
          case RunException ignored -> ExitCode.INPUT;
          case UntrainableException ignored -> ExitCode.INPUT;
          case UnfitCheckpointException ignored -> ExitCode.INPUT;
          case DataException data ->
              data.kind() == DataException.Kind.MISSING ? ExitCode.ENVIRONMENT : ExitCode.INPUT;
          case EnvironmentException ignored -> ExitCode.ENVIRONMENT;
          case IOException ignored -> ExitCode.ENVIRONMENT;
          case UncheckedIOException ignored -> ExitCode.ENVIRONMENT;
          default -> -1;
        };
    if (code < 0) {
      err.println("sec: internal error: " + Printable.line(e.toString()));
      err.println("This is a mistake in sec, not in what you gave it. Please report it with:");
      printStack(e, err);
      err.flush();
      return ExitCode.INPUT;
    }
    String message = message(e);
    if (!message.isEmpty()) {
      err.println("sec: " + Printable.line(message));
    }
    if (Boolean.getBoolean(STACK)) {
      printStack(e, err);
    }
    err.flush();
    return code;
  }

  private static void printStack(Exception e, PrintWriter err) {
    StringWriter stack = new StringWriter();
    e.printStackTrace(new PrintWriter(stack));
    stack.toString().lines().map(Printable::line).forEach(err::println);
  }

  private static String message(Exception e) {
    return switch (e) {
      case UncheckedIOException unchecked ->
          unchecked.getMessage() + ": " + message(requireNonNull(unchecked.getCause()));
      case IOException failure -> FileFailure.message(failure);
      default -> e.getMessage() == null ? e.toString() : e.getMessage();
    };
  }
}
