package sec.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import sec.compiler.table.CsvTable;
import sec.compiler.table.LatexTable;
import sec.compiler.table.MarkdownTable;
import sec.compiler.table.Table;
import sec.compiler.table.TextTable;

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
  private enum Format {
    TABLE,
    JSON,
    CSV,
    MARKDOWN,
    LATEX;

    /** As users type it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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

  @Option(
      names = "--format",
      paramLabel = "table|json|csv|markdown|latex",
      description = "How to print it; table unless given.")
  private Format format = Format.TABLE;

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
    return format == Format.JSON
        ? NetworkSummary.json(network, levels)
        : rendered(NetworkSummary.table(network, levels));
  }

  private String comparison() throws InputException {
    List<NetworkComparison.Named> networks = new ArrayList<>();
    for (String target : targets) {
      networks.add(new NetworkComparison.Named(target, network(target)));
    }
    OptionalInt levels = Depth.of(depth);
    return format == Format.JSON
        ? NetworkComparison.json(networks, levels)
        : rendered(NetworkComparison.table(networks, levels));
  }

  private Network network(String target) throws InputException {
    return TargetOptions.network(settings.request(target), spec);
  }

  private String rendered(Table table) {
    return switch (format) {
      case CSV -> CsvTable.render(table);
      case MARKDOWN -> MarkdownTable.render(table);
      case LATEX -> LatexTable.render(table);
      case TABLE, JSON -> TextTable.render(table);
    };
  }
}
