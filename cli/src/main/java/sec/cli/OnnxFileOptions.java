package sec.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sec.compiler.backend.OutputFolder;
import sec.compiler.backend.onnx.ChosenOutputs;
import sec.compiler.backend.onnx.ExternalData;
import sec.compiler.backend.onnx.ModelCard;
import sec.compiler.backend.onnx.ModelTooLargeException;
import sec.compiler.backend.onnx.OnnxBackend;
import sec.compiler.backend.onnx.OnnxModel;
import sec.compiler.backend.onnx.OnnxOptions;
import sec.compiler.backend.onnx.Precision;
import sec.compiler.backend.onnx.UnknownOutputException;
import sec.compiler.backend.onnx.UnrepresentableException;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.expand.Expansion;
import sec.compiler.inference.Model;
import sec.compiler.ir.Network;
import sec.compiler.onnx.ModelProto;
import sec.compiler.weights.ChannelScaling;
import sec.compiler.weights.Weights;
import sec.verify.SoundModel;

/** What an ONNX model is made of and like: the options of {@code sec compile --to onnx}. */
final class OnnxFileOptions {
  private static final String DYNAMIC = "dynamic";
  private static final int ANY = 0;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private NumberOptions numbers = new NumberOptions();

  @Mixin private DeployOptions deployment = new DeployOptions();

  @Option(
      names = "--batch",
      paramLabel = "N|dynamic",
      description = "ONNX: the size of every batch; any (dynamic) unless given.")
  private String batch = DYNAMIC;

  @Option(
      names = "--functions",
      description =
          "ONNX: each distinct block as a function of the model, instead of a flat graph.")
  private boolean functions;

  @Option(
      names = "--external-data",
      paramLabel = "auto|always|never",
      description =
          "ONNX: weights in a file of their own, NAME.onnx.data; auto: from 2 GiB on, which one file"
              + " cannot hold.")
  private ExternalData externalData = ExternalData.AUTO;

  @Option(
      names = "--outputs",
      split = ",",
      paramLabel = "PATH",
      description =
          "ONNX: give the values at these paths instead, and leave out what they do not need:"
              + " --outputs stage2,stage3. sec summary shows paths; logits is the result.")
  private List<String> outputs = new ArrayList<>();

  @Option(names = "--softmax", description = "ONNX: probabilities instead of logits.")
  private boolean softmax;

  @Option(
      names = "--preprocess",
      description =
          "ONNX: the input is an image as bytes, [batch, H, W, C], which the graph normalises with"
              + " mean and deviation.")
  private boolean preprocess;

  @Mixin private ImageOptions images = new ImageOptions();

  /** What goes with other backends, too. */
  NumberOptions numbers() {
    return numbers;
  }

  /**
   * Refuses those that go with ONNX alone.
   *
   * @param other what is written instead
   */
  void refuseFor(String other) {
    refuse("--form, with --target and --passes,", deployment.given(), other + " is for training");
    refuse("--batch", !batch.equals(DYNAMIC), other + " takes batches of any size");
    refuse("--functions", functions, other + " has a class for each block anyway");
    refuse("--external-data", externalData != ExternalData.AUTO, other + " has no such file");
    refuse("--outputs", !outputs.isEmpty(), other + " gives all results of the network");
    refuse("--softmax", softmax, other + " gives logits, as training needs them");
    refuse("--preprocess", preprocess, other + " takes what the network reads");
    refuse("--classes, --mean and --std", images.given(), other + " has no metadata");
  }

  // An option without effect is a mistake: whoever gives it believes in one.
  private void refuse(String option, boolean given, String because) {
    if (given) {
      throw new ParameterException(spec.commandLine(), option + " goes with --to onnx: " + because);
    }
  }

  /** Refuses what contradicts itself, before anything is built. */
  void check() {
    images.check();
    deployment.check();
    if (numbers.precision() == NumberOptions.NumberType.BF16) {
      throw new ParameterException(
          spec.commandLine(), "--precision bf16 goes with --to torchscript; for ONNX it is fp16");
    }
    boolean logits = outputs.isEmpty() || outputs.contains(OnnxBackend.OUTPUT);
    if (softmax && !logits) {
      throw new ParameterException(
          spec.commandLine(), "--softmax is of the logits, which --outputs leaves out");
    }
    if (images.namesClasses() && !logits) {
      throw new ParameterException(
          spec.commandLine(), "--classes names the logits, which --outputs leaves out");
    }
    batchSize();
  }

  private int batchSize() {
    if (batch.equals(DYNAMIC)) {
      return ANY;
    }
    try {
      int size = Integer.parseInt(batch);
      if (size >= 1) {
        return size;
      }
    } catch (NumberFormatException e) {
      // Said below, for numbers that are none and those that are too small.
    }
    throw new ParameterException(
        spec.commandLine(), "--batch is a number from 1 on, or dynamic; not '" + batch + "'");
  }

  /** Writes the model of {@code network} into {@code folder}. */
  void write(Network network, OutputFolder folder) throws InputException, IOException {
    // As long as the rest is made ready.
    CompletableFuture<Optional<String>> text =
        CompletableFuture.supplyAsync(() -> Expansion.of(network, new Diagnostics()));
    numbers.weights(network, (values, said) -> write(network, values, said, text, folder));
  }

  private void write(
      Network network,
      Weights values,
      Map<String, String> said,
      CompletableFuture<Optional<String>> text,
      OutputFolder folder)
      throws InputException, IOException {
    try {
      Network chosen = outputs.isEmpty() ? network : ChosenOutputs.of(network, outputs);
      Model model = deployment.apply(new Model(chosen, values));
      OnnxModel onnx =
          OnnxBackend.model(model.network(), model.weights(), options(network, said, text));
      // While it is written; one that is not sound does not take its place.
      ModelProto skeleton = onnx.skeleton();
      CompletableFuture<?> check = CompletableFuture.runAsync(() -> SoundModel.require(skeleton));
      folder.write(network.name() + ".onnx", file -> onnx.write(file, check::join));
    } catch (UnknownOutputException e) {
      throw new InputException("--outputs: " + e.getMessage());
    } catch (ModelTooLargeException e) {
      String help = externalData == ExternalData.NEVER ? "; leave --external-data never out" : "";
      throw new InputException(e.getMessage() + help);
    } catch (UnrepresentableException e) {
      throw new InputException("--precision fp16: " + e.getMessage());
    }
  }

  private OnnxOptions options(
      Network network, Map<String, String> said, CompletableFuture<Optional<String>> text)
      throws InputException, IOException {
    if (softmax && !network.outputNode().shape().isVector()) {
      throw new InputException(
          "--softmax is of a vector of classes, and %s gives %s"
              .formatted(network.name(), network.outputNode().shape().described()));
    }
    ChannelScaling scaling = images.scaling(network, said);
    if (preprocess && scaling == null) {
      throw new InputException(
          "--preprocess needs each channel's mean and deviation: give --mean and --std, or --weights"
              + " that sec train wrote");
    }
    return OnnxOptions.builder()
        .batch(batchSize())
        .precision(Precision.valueOf(numbers.precision().name()))
        .externalData(externalData)
        .functions(functions)
        .preprocess(preprocess)
        .softmax(softmax)
        .outputs(outputs)
        .card(
            new ModelCard(
                deployment.form(),
                text.join().orElse(null),
                images.classNames(network, said),
                scaling))
        .build();
  }
}
