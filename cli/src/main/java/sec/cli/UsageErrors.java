package sec.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import sec.compiler.diagnostics.Printable;

/**
 * Says what is wrong with a command line: the message, and where help is. The help itself, forty
 * lines of {@code sec train}, would push the message off the screen.
 */
final class UsageErrors implements IParameterExceptionHandler {
  /** How picocli words a choice that there is not. */
  private static final Pattern CHOICES =
      Pattern.compile("expected one of \\[(.*)\\] \\(case-insensitive\\) but was ('.*')$");

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("sec: " + plain(Printable.line(String.valueOf(e.getMessage()))));
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCode.USAGE;
  }

  /** Without the names of Java's types and constants. */
  private static String plain(String message) {
    return CHOICES
        .matcher(message)
        .replaceFirst(
            found ->
                Matcher.quoteReplacement(
                    "it is one of "
                        + found.group(1).toLowerCase(Locale.ROOT)
                        + ", not "
                        + found.group(2)))
        .replaceFirst("' is not an int$", "' is no whole number below 2^31")
        .replaceFirst("' is not a long$", "' is no whole number below 2^63")
        .replaceFirst("' is not a (float|double)$", "' is no number")
        .replaceFirst(
            "cannot convert ('.*') to interface java\\.nio\\.file\\.Path \\(.*\\)$",
            "$1 is no name of a file");
  }
}
