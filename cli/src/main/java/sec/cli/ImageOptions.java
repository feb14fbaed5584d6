package sec.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sec.compiler.backend.onnx.ChannelScaling;
import sec.compiler.ir.Network;
import sec.compiler.operators.Shape;

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
    if (!sound(mean, std)) {
      throw new ParameterException(
          spec.commandLine(), "--mean has to be finite, and --std finite and above 0");
    }
  }

  private static boolean sound(List<Float> mean, List<Float> std) {
    return Stream.concat(mean.stream(), std.stream()).allMatch(Float::isFinite)
        && std.stream().allMatch(x -> x > 0);
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
    String means = said.get("mean");
    String deviations = said.get("std");
    if (means == null || deviations == null) {
      return null;
    }
    try {
      List<Float> mean = numbers(means);
      List<Float> std = numbers(deviations);
      if (mean.size() == std.size() && sound(mean, std)) {
        return new ChannelScaling(mean, std);
      }
    } catch (NumberFormatException e) {
      // Said below, with all that can be wrong with it.
    }
    throw new InputException(
        "the weights' file says mean \"%s\" and std \"%s\", which are no numbers of channels;"
                .formatted(means, deviations)
            + " give --mean and --std");
  }

  private static List<Float> numbers(String text) {
    return Stream.of(text.split(",")).map(String::strip).map(Float::valueOf).toList();
  }

  /** The names of the classes; none if nobody says. */
  List<String> classNames(Network network, Map<String, String> said)
      throws InputException, IOException {
    Shape result = network.outputNode().shape();
    long expected = result.isVector() ? result.channels() : 0;
    if (classes == null) {
      List<String> names = said.getOrDefault("classes", "").lines().toList();
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
