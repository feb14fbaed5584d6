package sec.runtime.experiment;

import ai.djl.Device;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.backend.torchscript.Precision;
import sec.compiler.ir.Network;
import sec.compiler.weights.InitialWeights;
import sec.compiler.weights.Weights;
import sec.runtime.EnvironmentException;
import sec.runtime.compile.InMemoryCompiler;
import sec.runtime.training.JavaNetwork;
import sec.runtime.training.ScriptNetwork;
import sec.runtime.training.Trainable;

/** What computes a network that is trained: a TorchScript archive, or the generated Java. */
public final class NetworkEngine {
  private final @Nullable Precision precision;

  private NetworkEngine(@Nullable Precision precision) {
    this.precision = precision;
  }

  /** An archive, which computes in a precision. */
  public static NetworkEngine script(Precision precision) {
    return new NetworkEngine(precision);
  }

  /** The generated Java, in single precision. */
  public static NetworkEngine java() {
    return new NetworkEngine(null);
  }

  /**
   * A network with the initial weights of a seed.
   *
   * @throws EnvironmentException if it takes a compiler and Java runs without one
   * @throws IOException if an archive finds no room among temporary files
   */
  public Trainable network(Network network, long seed, Device device)
      throws EnvironmentException, IOException {
    return network(network, InitialWeights.of(seed, network), device);
  }

  /**
   * A network with these weights.
   *
   * @see #network(Network, long, Device)
   */
  public Trainable network(Network network, Weights weights, Device device)
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

  /** For a report. */
  @Override
  public String toString() {
    return precision == null ? "java" : "script, " + precision;
  }
}
