package sec.verify;

import ai.djl.Device;
import java.util.List;
import sec.compiler.backend.torchscript.Precision;
import sec.compiler.interpreter.Batch;
import sec.compiler.ir.Network;
import sec.compiler.weights.Weights;
import sec.runtime.training.ScriptNetwork;

/** The TorchScript archive, loaded and run by libtorch. */
final class ScriptWitness implements Witness {
  @Override
  public List<float[]> logits(Network network, Weights weights, List<Batch> batches)
      throws Exception {
    try (ScriptNetwork net = new ScriptNetwork(network, weights, Precision.FP32, Device.cpu())) {
      return Witness.logits(net, batches);
    }
  }
}
