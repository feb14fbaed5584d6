package sec.verify;

import ai.djl.Device;
import java.util.List;
import java.util.function.Function;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.backend.djl.JavaProgram;
import sec.compiler.interpreter.Batch;
import sec.compiler.ir.Network;
import sec.compiler.weights.Weights;
import sec.runtime.compile.InMemoryCompiler;
import sec.runtime.training.JavaNetwork;

/** The generated Java, compiled and run by DJL. */
final class DjlWitness implements Witness {
  private final Function<Network, JavaProgram> backend;

  /** Of the Java as users get it. */
  DjlWitness() {
    this(DjlBackend::generate);
  }

  private DjlWitness(Function<Network, JavaProgram> backend) {
    this.backend = backend;
  }

  /** Of one class for each distinct instance. */
  static DjlWitness ofInstances() {
    return new DjlWitness(network -> DjlBackend.generateInstances(network, "instances"));
  }

  @Override
  public List<float[]> logits(Network network, Weights weights, List<Batch> batches)
      throws Exception {
    var block = InMemoryCompiler.ofJdk().newBlock(backend.apply(network));
    try (JavaNetwork net = new JavaNetwork(block, network, Device.cpu())) {
      net.setValues(weights.tensors());
      return Witness.logits(net, batches);
    }
  }
}
