package sec.cli;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sec.compiler.diagnostics.Printable;
import sec.compiler.io.FileFailure;
import sec.compiler.ir.Network;
import sec.compiler.table.Cell;
import sec.compiler.table.Table;
import sec.compiler.table.Table.Column;
import sec.compiler.table.Table.Row;
import sec.runtime.EnvironmentException;
import sec.runtime.GradientRecording;
import sec.runtime.data.ImageFile;
import sec.runtime.data.Normalisation;
import sec.runtime.data.Pixels;
import sec.runtime.evaluation.LabelledPicture;
import sec.runtime.evaluation.Prediction;
import sec.runtime.pipeline.SingleImages;
import sec.runtime.training.Trainable;

/** {@code sec predict}. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = {
      "What trained weights say of images: the likeliest classes, on standard output and in a copy of",
      "each image.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec predict ThreeLayerCNN --weights runs/MINE/weights.safetensors cat.jpg dog.png",
      "  sec predict SEResNet50 --weights FILE --prepare 'resize(256) centre-crop(224)' cat.jpg"
    })
final class PredictCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private TargetOptions target = new TargetOptions();

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "IMAGE",
      description = "JPEG, PNG, GIF or BMP, of any size.")
  private List<Path> images = new ArrayList<>();

  @Option(
      names = "--weights",
      required = true,
      paramLabel = "FILE",
      description = "Weights that sec train wrote; they say the classes and how images come in.")
  private Path weights = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder for the copies with their labels; predictions unless given.")
  private Path output = Path.of("predictions");

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many classes to tell; 5 unless given.")
  private int top = 5;

  @Mixin private PrepareOptions prepare = new PrepareOptions();
  @Mixin private DeviceOptions device = new DeviceOptions();
  @Mixin private TableOptions table = new TableOptions();

  @Override
  public Integer call() throws InputException, EnvironmentException, IOException {
    OptionChecks.path(spec, "--weights", weights);
    OptionChecks.path(spec, "--output", output);
    OptionChecks.atLeastOne(spec, "--top", top);
    device.check();
    prepare.check();
    TrainedWeights trained = TrainedWeights.read(weights);
    prepare.follow(trained);
    Network network =
        target.network(trained.trainedOn().input(), trained.trainedOn().classNames().size());
    Normalisation normalisation = normalisation(trained, network);
    List<String> names = names(trained, network);
    List<Pixels> read = read();
    List<Row> rows = new ArrayList<>();
    List<Path> written = new ArrayList<>();
    try (Trainable ready = trained.in(network, device.device())) {
      SingleImages inputs = new SingleImages(prepare.list(), network.input(), normalisation);
      Set<Path> taken = new HashSet<>();
      for (int i = 0; i < images.size(); i++) {
        List<Prediction> best = Prediction.top(logits(ready, network, inputs, read.get(i)), top);
        rows(images.get(i), best, names, rows);
        Path file = free(images.get(i), taken);
        Files.createDirectories(output);
        LabelledPicture.write(file, read.get(i), best.stream().map(p -> shown(p, names)).toList());
        written.add(file);
      }
    }
    print(network, rows, written);
    return ExitCode.OK;
  }

  private Normalisation normalisation(TrainedWeights trained, Network network)
      throws InputException {
    Normalisation normalisation = trained.normalisation();
    if (normalisation == null) {
      throw new InputException(
          weights
              + " does not say how images were normalised, as the weights of sec train do: add mean"
              + " and std to its metadata");
    }
    if (!network.input().isMap() || network.input().channels() != normalisation.channels()) {
      throw new InputException(
          "%s takes %s, and %s is for images of %d channels"
              .formatted(network.name(), network.input(), weights, normalisation.channels()));
    }
    return normalisation;
  }

  private List<String> names(TrainedWeights trained, Network network) throws InputException {
    sec.compiler.operators.Shape result = network.outputNode().shape();
    if (!result.isVector()) {
      throw new InputException(
          "%s gives %s; classes are told from a vector"
              .formatted(network.name(), result.described()));
    }
    List<String> names = new ArrayList<>(trained.trainedOn().classNames());
    for (int label = names.size(); label < result.channels(); label++) {
      names.add("class " + label);
    }
    return names;
  }

  /** All images, before anything slow begins. */
  private List<Pixels> read() throws InputException {
    List<Pixels> read = new ArrayList<>();
    for (Path image : images) {
      Pixels pixels = new Pixels();
      try {
        ImageFile.read(image, pixels);
      } catch (IOException e) {
        throw new InputException(FileFailure.message(e, image.toString()));
      }
      read.add(pixels);
    }
    return read;
  }

  private float[] logits(Trainable ready, Network network, SingleImages inputs, Pixels image)
      throws InputException {
    GradientRecording.off();
    try (NDManager manager = ready.manager().newSubManager()) {
      sec.compiler.operators.Shape shape = network.input();
      NDArray input =
          manager.create(
              inputs.prepare(image), new Shape(1, shape.channels(), shape.height(), shape.width()));
      float[] logits = ready.forward(input, false).toFloatArray();
      for (float logit : logits) {
        if (!Float.isFinite(logit)) {
          throw new InputException(
              "%s gives %s with %s: the weights are damaged, or of a training that diverged"
                  .formatted(network.name(), logit, weights));
        }
      }
      return logits;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--prepare does not fit: " + e.getMessage());
    }
  }

  private static String shown(Prediction prediction, List<String> names) {
    return String.format(
        Locale.ROOT,
        "%5.1f %%  %s",
        100 * prediction.probability(),
        Printable.line(names.get(prediction.label())));
  }

  /** A name in the output folder that no other image has. */
  private Path free(Path image, Set<Path> taken) {
    String name = String.valueOf(image.getFileName()).replaceFirst("\\.[^.]*$", "");
    Path file = output.resolve(name + ".png");
    for (int number = 2; !taken.add(file); number++) {
      file = output.resolve(name + "-" + number + ".png");
    }
    return file;
  }

  /** Adds an image's lines to the table; people read its name in the first. */
  private static void rows(Path image, List<Prediction> best, List<String> names, List<Row> rows) {
    String name = image.toString();
    for (Prediction prediction : best) {
      boolean first = prediction.equals(best.getFirst());
      double probability = prediction.probability();
      rows.add(
          new Row(
              Table.Kind.BODY,
              0,
              List.of(
                  new Cell(first ? name : "", name, false),
                  Cell.text(names.get(prediction.label())),
                  Cell.real(probability, String.format(Locale.ROOT, "%.1f", 100 * probability)))));
    }
  }

  private void print(Network network, List<Row> rows, List<Path> written) {
    Table all =
        new Table(
            network.name(),
            List.of(
                Column.of("image", "image"),
                Column.of("class", "class"),
                Column.of("probability %", "probability")),
            rows,
            List.of());
    PrintWriter out = spec.commandLine().getOut();
    out.print(table.render(all));
    if (table.isForPeople()) {
      out.println();
      written.forEach(file -> out.println(Printable.line(file.toString())));
    }
    out.flush();
  }
}
