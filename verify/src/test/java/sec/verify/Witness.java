package sec.verify;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import sec.compiler.interpreter.Batch;
import sec.compiler.ir.Network;
import sec.compiler.weights.Weights;
import sec.runtime.training.Trainable;

/** One way to compute a network, to be held to the interpreter. */
interface Witness {

  /**
   * The network's result in evaluation.
   *
   * @param batches to be run one after the other on what was built once
   * @return the result of each, row-major
   */
  List<float[]> logits(Network network, Weights weights, List<Batch> batches) throws Exception;

  /** What a network that libtorch computes gives for each of {@code batches}. */
  static List<float[]> logits(Trainable net, List<Batch> batches) {
    List<float[]> results = new ArrayList<>();
    for (Batch batch : batches) {
      try (NDManager manager = net.manager().newSubManager()) {
        long[] sample = batch.shape().dimensions().stream().mapToLong(d -> d).toArray();
        NDArray images =
            manager.create(batch.toFloats(), new Shape(batch.size()).addAll(new Shape(sample)));
        results.add(net.forward(images, false).toFloatArray());
      }
    }
    return results;
  }
}
