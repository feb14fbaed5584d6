package sec.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sec.compiler.backend.graph.Dot;
import sec.compiler.backend.graph.Mermaid;
import sec.compiler.backend.graph.Picture;
import sec.compiler.backend.graph.Svg;
import sec.compiler.diagnostics.Printable;
import sec.compiler.io.AtomicFile;

/** {@code sec graph}. */
@Command(
    name = "graph",
    mixinStandardHelpOptions = true,
    description = {
      "Draw a network: blocks folded or open, equal ones in a row as one, shapes where they change."
          + " SVG needs no other program.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec graph ThreeLayerSE -o net.svg",
      "  sec graph ThreeLayerCNN --put 'middle=CBAM' --depth all --direction right -o net.svg",
      "  sec graph ThreeLayerSE --format mermaid          for a README, to standard output",
      "  sec graph ThreeLayerSE -o net.dot && dot -Tpdf -O net.dot"
    })
final class GraphCommand implements Callable<Integer> {
  /** Boxes that can be laid out in a few seconds, and looked at. */
  private static final int MOST_BOXES = 3000;

  private static final String STANDARD_OUTPUT = "-";

  private enum Format {
    SVG(".svg"),
    DOT(".dot", ".gv"),
    MERMAID(".mmd", ".mermaid");

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives no other
    private final List<String> endings;

    Format(String... endings) {
      this.endings = List.of(endings);
    }

    /** As users type it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private enum Flow {
    DOWN,
    RIGHT;

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
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Where to draw it: FILE.svg, FILE.dot, FILE.mmd; standard output unless given, or with -.")
  private @Nullable Path output;

  @Option(
      names = "--format",
      paramLabel = "svg|dot|mermaid",
      description = "What to write; the file's ending says it unless given.")
  private @Nullable Format format;

  @Option(
      names = "--depth",
      paramLabel = "N|all",
      converter = Depth.Converter.class,
      description =
          "How many levels of blocks inside of one another are open: 0 draws the outermost as boxes,"
              + " 1, the default, opens them.")
  private @Nullable Depth depth;

  @Option(
      names = "--direction",
      paramLabel = "down|right",
      description = "Where values go; down unless given.")
  private Flow direction = Flow.DOWN;

  @Override
  public Integer call() throws InputException, IOException {
    OptionChecks.path(spec, "--output", output);
    Format written = format();
    Picture picture = Picture.of(target.network(), Depth.of(depth));
    int boxes = picture.boxes().size();
    if (written == Format.SVG && boxes > MOST_BOXES) {
      throw new InputException(
          "the picture would have %,d boxes, and more than %,d are too many for an SVG: fold it (--depth 1), or write --format dot"
              .formatted(boxes, MOST_BOXES));
    }
    boolean right = direction == Flow.RIGHT;
    String text =
        switch (written) {
          case SVG -> Svg.render(picture, right);
          case DOT -> Dot.render(picture, right);
          case MERMAID -> Mermaid.render(picture, right);
        };
    if (output == null || output.toString().equals(STANDARD_OUTPUT)) {
      spec.commandLine().getOut().print(text);
    } else {
      AtomicFile.write(output, text);
      spec.commandLine().getOut().println(Printable.line(output.toString()));
    }
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  private Format format() {
    String name = output == null ? "" : output.toString().toLowerCase(Locale.ROOT);
    Format ending =
        Stream.of(Format.values())
            .filter(each -> each.endings.stream().anyMatch(name::endsWith))
            .findFirst()
            .orElse(null);
    if (format != null && ending != null && format != ending) {
      throw new ParameterException(
          spec.commandLine(),
          "--format %s, but %s is named like %s: leave --format out, or call the file otherwise"
              .formatted(format, output, ending));
    }
    Format written = format == null ? ending : format;
    if (written != null) {
      return written;
    }
    throw new ParameterException(
        spec.commandLine(),
        output == null || name.equals(STANDARD_OUTPUT)
            ? "say where to draw it: -o FILE.svg, FILE.dot or FILE.mmd; or what to print: --format svg, dot or mermaid"
            : "what is %s to be? End it in .svg, .dot or .mmd, or give --format".formatted(output));
  }
}
