package sec.runtime.experiment;

import ai.djl.Device;
import java.io.IOException;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.backend.torchscript.Precision;
import sec.compiler.backend.torchscript.TorchScriptBackend;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.weights.InitialWeights;
import sec.compiler.weights.Weights;
import sec.runtime.EnvironmentException;
import sec.runtime.compile.InMemoryCompiler;
import sec.runtime.training.JavaNetwork;
import sec.runtime.training.MemoryNeed;
import sec.runtime.training.ScriptNetwork;
import sec.runtime.training.Trainable;
import sec.runtime.training.TrainingSettings;

/** What computes a network that is trained: a TorchScript archive, or the generated Java. */
public final class NetworkEngine {
  private static final double LARGEST_HALF = 65504;

  private final @Nullable Precision precision;
  private final Device device;

  private NetworkEngine(@Nullable Precision precision, Device device) {
    this.precision = precision;
    this.device = device;
  }

  /** An archive, which computes in a precision. */
  public static NetworkEngine script(Precision precision, Device device) {
    return new NetworkEngine(precision, device);
  }

  /** The generated Java, in single precision. */
  public static NetworkEngine java(Device device) {
    return new NetworkEngine(null, device);
  }

  /** Where it computes. */
  public Device device() {
    return device;
  }

  /**
   * A network with the initial weights of a seed.
   *
   * @throws EnvironmentException if it takes a compiler and Java runs without one
   * @throws IOException if an archive finds no room among temporary files
   */
  public Trainable network(Network network, long seed) throws EnvironmentException, IOException {
    return network(network, InitialWeights.of(seed, network));
  }

  /**
   * A network with these weights.
   *
   * @see #network(Network, long)
   */
  public Trainable network(Network network, Weights weights)
      throws EnvironmentException, IOException {
    if (precision != null) {
      return new ScriptNetwork(network, weights, precision, device);
    }
    Trainable trainable =
        new JavaNetwork(
            InMemoryCompiler.ofJdk().newBlock(DjlBackend.generate(network)), network, device);
    try {
      trainable.setValues(weights.tensors());
      return trainable;
    } catch (RuntimeException e) {
      trainable.close();
      throw e;
    }
  }

  /**
   * Holds what is about to be trained to what it should be: on the same weights and a batch of
   * noise, in evaluation, the archive in single precision answers as the generated Java does, and
   * one of another precision as that one. The Java itself has nothing to be held to.
   *
   * @throws EnvironmentException if they differ by more than rounding explains
   */
  public void check(Network network, Weights weights) throws EnvironmentException, IOException {
    if (precision != null) {
      new EngineCheck(network, weights, device).of(precision);
    }
  }

  /**
   * Refuses a batch that the machine's memory cannot hold.
   *
   * @param trainSize images in an epoch
   * @throws EnvironmentException if the least it needs is more than the machine has
   */
  public void checkMemory(Network network, int trainSize, TrainingSettings settings)
      throws EnvironmentException {
    ToIntFunction<Node> ofNumbers =
        precision == null
            ? node -> Float.BYTES
            : TorchScriptBackend.bytesOfNumbers(network, precision);
    double image = MemoryNeed.activationBytes(network, ofNumbers);
    MemoryNeed.check(network, image, trainSize, settings, device);
  }

  /** The largest number that all of a network's layers can give. */
  double largest() {
    return precision == Precision.FP16 ? LARGEST_HALF : Double.MAX_VALUE;
  }

  /** For a report. */
  @Override
  public String toString() {
    return precision == null ? "java" : "script, " + precision;
  }
}
