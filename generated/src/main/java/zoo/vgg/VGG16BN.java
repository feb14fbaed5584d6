package zoo.vgg;

import zoo.Slots;

/**
 * VGG-16 with batch normalisation, the SE paper's VGG-16.
 *
 * <p>From {@code net VGG16BN} of vgg.senet.
 */
public final class VGG16BN extends VGG16 {
  /**
   * The network as it was compiled.
   */
  public VGG16BN() {
    super(1000, new int[] {2, 2, 3, 3, 3}, true, 4096, Slots.asDeclared());
  }
}
