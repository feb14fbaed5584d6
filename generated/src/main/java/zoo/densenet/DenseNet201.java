package zoo.densenet;

import zoo.Slots;

/**
 * DenseNet-201 (Huang et al., CVPR 2017).
 *
 * <p>From {@code net DenseNet201} of densenet.senet.
 */
public final class DenseNet201 extends DenseNet121 {
  /**
   * The network as it was compiled.
   */
  public DenseNet201() {
    super(1000, 32, new int[] {6, 12, 48, 32}, Slots.asDeclared());
  }
}
