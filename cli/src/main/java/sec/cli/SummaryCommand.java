package sec.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sec.compiler.analysis.NetworkComparison;
import sec.compiler.analysis.NetworkSummary;
import sec.compiler.ir.Network;

/** {@code sec summary}. */
@Command(
    name = "summary",
    mixinStandardHelpOptions = true,
    description = {
      "Shapes, parameters, multiply-adds, memory and receptive field of a network, block by block;"
          + " or networks side by side.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec summary ThreeLayerCNN",
      "  sec summary ThreeLayerCNN --put 'middle=SE(r=8)' --set classes=100 --format json",
      "  sec summary --compare ThreeLayerCNN ThreeLayerSE 'ThreeLayerSE(r=4)' --format latex",
      "  sec summary --compare ThreeLayerCNN ThreeLayerSE --depth 0   part by part"
    })
final class SummaryCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "TARGET", description = SettingOptions.TARGET)
  private List<String> targets = new ArrayList<>();

  @Mixin private SettingOptions settings = new SettingOptions();

  @Option(
      names = "--compare",
      description = "Put several targets side by side, with the differences to the first.")
  private boolean compare;

  @Option(
      names = "--depth",
      paramLabel = "N|all",
      converter = Depth.Converter.class,
      description =
          "How many levels of blocks inside of one another are open: 0 lists the outermost alone;"
              + " as many as leave 50 lines unless given. With --compare: compare the parts, too.")
  private @Nullable Depth depth;

  @Mixin private TableOptions output = new TableOptions();

  @Override
  public Integer call() throws InputException {
    if (!compare && targets.size() > 1) {
      throw new ParameterException(
          spec.commandLine(),
          targets.size() + " targets are given: --compare puts them side by side");
    }
    String text = compare ? comparison() : summary();
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  private String summary() throws InputException {
    Network network = network(targets.getFirst());
    OptionalInt levels = Depth.of(depth);
    return output.isJson()
        ? NetworkSummary.json(network, levels)
        : output.render(NetworkSummary.table(network, levels));
  }

  private String comparison() throws InputException {
    List<NetworkComparison.Named> networks = new ArrayList<>();
    for (String target : targets) {
      networks.add(new NetworkComparison.Named(target, network(target)));
    }
    OptionalInt levels = Depth.of(depth);
    return output.isJson()
        ? NetworkComparison.json(networks, levels)
        : output.render(NetworkComparison.table(networks, levels));
  }

  private Network network(String target) throws InputException {
    return TargetOptions.network(settings.request(target), spec);
  }
}
