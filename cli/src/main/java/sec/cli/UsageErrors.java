package sec.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with a command line: the message, and where help is. The help itself, forty
 * lines of {@code sec train}, would push the message off the screen.
 */
final class UsageErrors implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("sec: " + plain(String.valueOf(e.getMessage())));
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCode.USAGE;
  }

  /** Without the names of Java's types. */
  private static String plain(String message) {
    return message
        .replaceFirst("' is not an int$", "' is no whole number below 2^31")
        .replaceFirst("' is not a long$", "' is no whole number below 2^63")
        .replaceFirst("' is not a double$", "' is no number")
        .replaceFirst(
            "cannot convert ('.*') to interface java\\.nio\\.file\\.Path \\(.*\\)$",
            "$1 is no name of a file");
  }
}
