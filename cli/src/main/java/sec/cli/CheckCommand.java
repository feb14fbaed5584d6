package sec.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sec.compiler.diagnostics.Diagnostic;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.PlainRenderer;
import sec.compiler.driver.FileCheck;

/** {@code sec check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Find the mistakes in files: text, names, numbers and shapes.",
      "Diagnostics go to standard error; the exit status is 1 when there are errors.%n"
    },
    footerHeading = "%nExample:%n",
    footer = "  sec check my.senet blocks/*.senet")
final class CheckCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to check.")
  private List<String> files = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    boolean wrong = false;
    for (String file : files) {
      Diagnostics diagnostics = new Diagnostics();
      int declarations = new FileCheck(diagnostics).check(file);
      err.print(PlainRenderer.render(diagnostics));
      if (diagnostics.hasErrors()) {
        wrong = true;
        long errors = diagnostics.sorted().stream().filter(Diagnostic::isError).count();
        err.printf("%s: %d error%s%n", file, errors, errors == 1 ? "" : "s");
      } else {
        err.printf("%s: ok, %d declaration%s%n", file, declarations, declarations == 1 ? "" : "s");
      }
    }
    err.flush();
    return wrong ? ExitCode.INPUT : ExitCode.OK;
  }
}
