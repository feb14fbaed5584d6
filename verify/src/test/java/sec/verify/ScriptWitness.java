package sec.verify;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
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
    List<float[]> results = new ArrayList<>();
    try (ScriptNetwork net = new ScriptNetwork(network, weights, Precision.FP32, Device.cpu())) {
      for (Batch batch : batches) {
        try (NDManager manager = net.manager().newSubManager()) {
          long[] sample = batch.shape().dimensions().stream().mapToLong(d -> d).toArray();
          NDArray images =
              manager.create(batch.toFloats(), new Shape(batch.size()).addAll(new Shape(sample)));
          results.add(net.forward(images, false).toFloatArray());
        }
      }
    }
    return results;
  }
}
