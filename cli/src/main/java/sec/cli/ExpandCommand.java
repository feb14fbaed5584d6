package sec.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.expand.Expansion;

/** {@code sec expand}. */
@Command(
    name = "expand",
    mixinStandardHelpOptions = true,
    description = {
      "Print a network as one net with every block, slot, repeat and condition resolved, and every"
          + " shape in a comment.",
      "It is a program of the language, with the same paths and parameters.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec expand ThreeLayerSE",
      "  sec expand ThreeLayerCNN --put 'middle=SE(r=8)' --set classes=100"
    })
final class ExpandCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private TargetOptions target = new TargetOptions();

  @Override
  public Integer call() throws InputException {
    Diagnostics diagnostics = new Diagnostics();
    String text = Expansion.of(target.network(), diagnostics).orElse("");
    DiagnosticOutput.print(spec, diagnostics);
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
    return diagnostics.hasErrors() ? ExitCode.INPUT : ExitCode.OK;
  }
}
