package sec.runtime.training;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/** Finds out where a network's numbers were lost. */
@FunctionalInterface
public interface Diagnosis {

  /** One that finds nothing. */
  Diagnosis NONE = (network, images) -> Optional.empty();

  /**
   * The path of the first layer or block whose output is not finite; empty if all are.
   *
   * @param network as it was when its loss was found not to be finite
   * @param images the batch of which it was
   */
  Optional<String> firstLost(Trainable network, NDArray images);
}
