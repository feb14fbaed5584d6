package sec.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sec.compiler.diagnostics.Diagnostic;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.JsonRenderer;
import sec.compiler.diagnostics.Printable;
import sec.compiler.driver.FileCheck;

/** {@code sec check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Find the mistakes in files: text, names, numbers and shapes.",
      "Diagnostics go to standard error; the exit status is 1 when there are errors.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec check my.senet blocks/*.senet",
      "  sec check my.senet --format json   one JSON document, to standard output",
      "%nsec explain CODE says more about a diagnostic."
    })
final class CheckCommand implements Callable<Integer> {
  private enum Format {
    TEXT,
    JSON
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to check.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "json: all diagnostics as one document, to standard output.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    boolean forPrograms = format == Format.JSON || DiagnosticOutput.isForPrograms(spec);
    List<Diagnostics> runs = new ArrayList<>();
    for (String file : files) {
      Diagnostics diagnostics = new Diagnostics();
      int declarations = new FileCheck(diagnostics).check(file);
      runs.add(diagnostics);
      if (!forPrograms) {
        DiagnosticOutput.print(spec, diagnostics);
        conclude(file, diagnostics, declarations);
      }
    }
    if (format == Format.JSON) {
      spec.commandLine().getOut().print(JsonRenderer.render(runs));
      spec.commandLine().getOut().flush();
    } else if (forPrograms) {
      DiagnosticOutput.print(spec, runs);
    }
    return runs.stream().anyMatch(Diagnostics::hasErrors) ? ExitCode.INPUT : ExitCode.OK;
  }

  private void conclude(String file, Diagnostics diagnostics, int declarations) {
    PrintWriter err = spec.commandLine().getErr();
    String name = Printable.line(file);
    if (diagnostics.hasErrors()) {
      long errors = diagnostics.sorted().stream().filter(Diagnostic::isError).count();
      err.printf("%s: %d error%s%n", name, errors, errors == 1 ? "" : "s");
    } else {
      err.printf("%s: ok, %d declaration%s%n", name, declarations, declarations == 1 ? "" : "s");
    }
    err.flush();
  }
}
