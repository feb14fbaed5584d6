package sec.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import sec.compiler.weights.Tensor;

/**
 * A network that can be trained, whatever holds its layers. Its arrays go by the one name they have
 * everywhere, their path: {@code stage1.BasicBlock.0.conv.weight}.
 *
 * <p>Not for several threads at once.
 */
public interface Trainable extends AutoCloseable {

  /** What owns the arrays; its device is where the network runs. */
  NDManager manager();

  /**
   * The network's answer.
   *
   * @param images (N, C, H, W), normalised; what is computed from them lives as long as their
   *     manager
   * @param training whether dropout drops and BN uses, and keeps, the batch's own statistics
   * @return logits, (N, classes)
   */
  NDArray forward(NDArray images, boolean training);

  /** The trained arrays, each with its gradient attached, in the network's order. */
  SequencedMap<String, NDArray> parameters();

  /** What is kept but not trained (BN's running statistics), in the network's order. */
  SequencedMap<String, NDArray> buffers();

  /** What its gradients need so as not to vanish; the same object each time. */
  default LossScale lossScale() {
    return LossScale.NONE;
  }

  /** A copy of all parameters, then all buffers, in single precision. */
  default SequencedMap<String, Tensor> values() {
    SequencedMap<String, Tensor> values = new LinkedHashMap<>();
    parameters().forEach((path, array) -> values.put(path, ArrayValues.read(array)));
    buffers().forEach((path, array) -> values.put(path, ArrayValues.read(array)));
    return values;
  }

  /**
   * Overwrites all parameters and buffers.
   *
   * @throws IllegalArgumentException if a path is missing or unknown, or a shape is another one;
   *     the message names them, and nothing has been written
   */
  default void setValues(Map<String, Tensor> values) {
    SequencedMap<String, NDArray> arrays = new LinkedHashMap<>(parameters());
    arrays.putAll(buffers());
    ArrayValues.writeAll(values, arrays);
  }

  /** Frees the arrays. */
  @Override
  void close();
}
