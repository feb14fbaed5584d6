package zoo.densenet;

import zoo.Slots;

/**
 * DenseNet-169 (Huang et al., CVPR 2017).
 *
 * <p>From {@code net DenseNet169} of densenet.senet.
 */
public final class DenseNet169 extends DenseNet121 {
  /**
   * The network as it was compiled.
   */
  public DenseNet169() {
    super(1000, 32, new int[] {6, 12, 32, 32}, Slots.asDeclared());
  }
}
