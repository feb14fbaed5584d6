package sec.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sec.compiler.ir.Network;
import sec.compiler.operators.Shape;
import sec.compiler.weights.ChannelScaling;
import sec.compiler.weights.TrainedOn;
import sec.compiler.weights.WeightsException;

/** What a model says of its images and classes; the weights' file knows it if sec trained them. */
final class ImageOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--classes",
      paramLabel = "FILE",
      description =
          "ONNX: names of the classes, a line each, for the metadata; those in the weights' file"
              + " unless given.")
  private @Nullable Path classes;

  @Option(
      names = "--mean",
      split = ",",
      paramLabel = "X",
      description =
          "ONNX: each channel's mean, of 1, as in training: --mean 0.485,0.456,0.406; that in the"
              + " weights' file unless given.")
  private List<Float> mean = new ArrayList<>();

  @Option(
      names = "--std",
      split = ",",
      paramLabel = "X",
      description = "ONNX: each channel's standard deviation, beside --mean.")
  private List<Float> std = new ArrayList<>();

  boolean given() {
    return classes != null || !mean.isEmpty() || !std.isEmpty();
  }

  boolean namesClasses() {
    return classes != null;
  }

  void check() {
    OptionChecks.path(spec, "--classes", classes);
    if (mean.size() != std.size()) {
      throw new ParameterException(
          spec.commandLine(),
          "--mean and --std have a number each for every channel: there are %d and %d"
              .formatted(mean.size(), std.size()));
    }
    try {
      new ChannelScaling(mean, std);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--mean has to be finite, and --std finite and above 0");
    }
  }

  /**
   * How images become the network's input; null if nobody says.
   *
   * @param said the metadata of the weights' file
   */
  @Nullable ChannelScaling scaling(Network network, Map<String, String> said)
      throws InputException {
    ChannelScaling scaling = mean.isEmpty() ? ofWeights(said) : new ChannelScaling(mean, std);
    if (scaling == null) {
      return null;
    }
    Shape input = network.input();
    if (!input.isMap() || input.channels() != scaling.channels()) {
      throw new InputException(
          "%s takes %s, but %s of %d channels"
              .formatted(
                  network.name(),
                  input.described(),
                  mean.isEmpty() ? "the weights are for images" : "--mean and --std are",
                  scaling.channels()));
    }
    return scaling;
  }

  private static @Nullable ChannelScaling ofWeights(Map<String, String> said)
      throws InputException {
    try {
      return new TrainedOn(said).scaling();
    } catch (WeightsException e) {
      throw new InputException(e.getMessage() + "; give --mean and --std");
    }
  }

  /** The names of the classes; none if nobody says. */
  List<String> classNames(Network network, Map<String, String> said)
      throws InputException, IOException {
    Shape result = network.outputNode().shape();
    long expected = result.isVector() ? result.channels() : 0;
    if (classes == null) {
      List<String> names = new TrainedOn(said).classNames();
      return names.size() == expected ? names : List.of();
    }
    List<String> names = lines(classes);
    if (names.size() != expected) {
      throw new InputException(
          "%s has %d names, a line each, but %s gives %s"
              .formatted(classes, names.size(), network.name(), result.described()));
    }
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isBlank()) {
        throw new InputException("%s: line %d names no class".formatted(classes, i + 1));
      }
    }
    return names;
  }

  private static List<String> lines(Path file) throws InputException, IOException {
    try {
      return Files.readAllLines(file).stream().map(String::strip).toList();
    } catch (CharacterCodingException e) {
      throw new InputException(file + " is not a text in UTF-8");
    }
  }
}
