package sec.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.FormattedFile;
import sec.compiler.source.Source;
import sec.compiler.syntax.format.Formatter;

/** {@code sec fmt}. */
@Command(
    name = "fmt",
    mixinStandardHelpOptions = true,
    description = {
      "Put files into the one layout: only white space changes, and comments stay.",
      "A file with syntax errors is left as it is. The names of the files changed go to standard"
          + " output.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec fmt my.senet blocks/*.senet",
      "  sec fmt --check *.senet     name those that differ; exit status 1 if there are any",
      "  sec fmt - < my.senet        from standard input to standard output"
    })
final class FmtCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files to format; - for standard input.")
  private List<String> files = new ArrayList<>();

  @Option(names = "--check", description = "Change nothing; name the files that would change.")
  private boolean check;

  @Override
  public Integer call() throws IOException {
    if (files.contains(STANDARD_INPUT)) {
      return standardInput();
    }
    boolean wrong = false;
    for (String file : files) {
      Diagnostics diagnostics = new Diagnostics();
      Optional<FormattedFile> formatted = FormattedFile.read(file, diagnostics);
      if (diagnostics.hasErrors()) {
        DiagnosticOutput.print(spec, diagnostics);
      }
      boolean differs = formatted.isPresent() && formatted.get().differs();
      if (differs && !check) {
        formatted.get().write();
      }
      if (differs) {
        spec.commandLine().getOut().println(file);
      }
      wrong |= formatted.isEmpty() || (differs && check);
    }
    spec.commandLine().getOut().flush();
    return wrong ? ExitCode.INPUT : ExitCode.OK;
  }

  private int standardInput() throws IOException {
    if (files.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "- stands alone: there is one standard input");
    }
    String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    Diagnostics diagnostics = new Diagnostics();
    Optional<String> formatted = Formatter.format(new Source("<stdin>", text), diagnostics);
    if (formatted.isEmpty()) {
      DiagnosticOutput.print(spec, diagnostics);
      return ExitCode.INPUT;
    }
    if (!check) {
      spec.commandLine().getOut().print(formatted.get());
      spec.commandLine().getOut().flush();
    }
    return check && !formatted.get().equals(text) ? ExitCode.INPUT : ExitCode.OK;
  }
}
