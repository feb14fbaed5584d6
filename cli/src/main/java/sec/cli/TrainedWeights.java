package sec.cli;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sec.compiler.backend.torchscript.Precision;
import sec.compiler.ir.Network;
import sec.compiler.weights.Safetensors;
import sec.compiler.weights.SafetensorsException;
import sec.compiler.weights.Weights;
import sec.compiler.weights.WeightsException;
import sec.runtime.EnvironmentException;
import sec.runtime.data.Normalisation;
import sec.runtime.experiment.NetworkEngine;
import sec.runtime.training.Trainable;

/** A file of weights, and what it says of the images and classes that they are for. */
final class TrainedWeights {
  private final Path file;
  private final Safetensors content;

  private TrainedWeights(Path file, Safetensors content) {
    this.file = file;
    this.content = content;
  }

  /** Reads a file. */
  static TrainedWeights read(Path file) throws InputException, IOException {
    try {
      return new TrainedWeights(file, Safetensors.read(file));
    } catch (SafetensorsException e) {
      throw new InputException(file + ": " + e.getMessage());
    }
  }

  /** What is said under a key; null if nothing is. */
  @Nullable String said(String key) {
    return content.metadata().get(key);
  }

  /** Everything that is said. */
  Map<String, String> metadata() {
    return content.metadata();
  }

  /** The names of the classes; none if the file does not say. */
  List<String> classNames() {
    String names = said("classes");
    return names == null ? List.of() : names.lines().toList();
  }

  /** How images became the network's input; null if the file does not say. */
  @Nullable Normalisation normalisation() throws InputException {
    String means = said("mean");
    String deviations = said("std");
    if (means == null || deviations == null) {
      return null;
    }
    try {
      return new Normalisation(numbers(means), numbers(deviations));
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "%s says mean \"%s\" and std \"%s\": %s"
              .formatted(file, means, deviations, e.getMessage()));
    }
  }

  private static float[] numbers(String text) {
    List<Float> numbers =
        Stream.of(text.split(",")).map(String::strip).map(Float::valueOf).toList();
    float[] values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.get(i);
    }
    return values;
  }

  /** A network with these weights, in single precision, for the caller to close. */
  Trainable in(Network network, Device device)
      throws InputException, EnvironmentException, IOException {
    try {
      return NetworkEngine.script(Precision.FP32, device)
          .network(network, Weights.forNetwork(network, content.tensors()));
    } catch (WeightsException e) {
      throw new InputException(
          "%s: %s; TARGET, --put and --set have to be those of the training"
              .formatted(file, e.getMessage()));
    }
  }
}
