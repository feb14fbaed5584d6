package sec.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sec.compiler.analysis.NetworkSummary;
import sec.compiler.ir.Network;

/** {@code sec summary}. */
@Command(
    name = "summary",
    mixinStandardHelpOptions = true,
    description = "Shapes, parameters and multiply-adds of a network, operator by operator.%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec summary ThreeLayerCNN",
      "  sec summary ThreeLayerCNN --put 'middle=SE(r=8)' --set classes=100 --format json"
    })
final class SummaryCommand implements Callable<Integer> {
  private enum Format {
    TABLE,
    JSON;

    /** As users type it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private TargetOptions target = new TargetOptions();

  @Option(
      names = "--format",
      paramLabel = "table|json",
      description = "How to print it; table unless given.")
  private Format format = Format.TABLE;

  @Override
  public Integer call() throws InputException {
    Network network = target.network();
    String text =
        switch (format) {
          case TABLE -> NetworkSummary.table(network);
          case JSON -> NetworkSummary.json(network);
        };
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }
}
