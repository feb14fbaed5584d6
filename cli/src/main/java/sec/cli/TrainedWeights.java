package sec.cli;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sec.compiler.backend.torchscript.Precision;
import sec.compiler.ir.Network;
import sec.compiler.weights.ChannelScaling;
import sec.compiler.weights.Safetensors;
import sec.compiler.weights.SafetensorsException;
import sec.compiler.weights.TrainedOn;
import sec.compiler.weights.Weights;
import sec.compiler.weights.WeightsException;
import sec.runtime.EnvironmentException;
import sec.runtime.data.Normalisation;
import sec.runtime.experiment.NetworkEngine;
import sec.runtime.pipeline.TransformList;
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

  /** What the weights were trained on. */
  TrainedOn trainedOn() {
    return new TrainedOn(content.metadata());
  }

  /** How images became the network's input; null if the file does not say. */
  @Nullable Normalisation normalisation() throws InputException {
    try {
      ChannelScaling scaling = trainedOn().scaling();
      return scaling == null ? null : Normalisation.of(scaling);
    } catch (WeightsException e) {
      throw new InputException(file + ": " + e.getMessage());
    }
  }

  /** What test images went through in the training; nothing if the file does not say. */
  TransformList preparation() throws InputException {
    String text = trainedOn().preparation();
    try {
      return text.isEmpty() ? TransformList.NONE : TransformList.parse(text);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "%s says that images are prepared by \"%s\": %s".formatted(file, text, e.getMessage()));
    }
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
