package zoo.vgg;

import zoo.Slots;

/**
 * VGG-19, configuration E, with batch normalisation.
 *
 * <p>From {@code net VGG19BN} of vgg.senet.
 */
public final class VGG19BN extends VGG16 {
  /**
   * The network as it was compiled.
   */
  public VGG19BN() {
    super(1000, new int[] {2, 2, 4, 4, 4}, true, 4096, Slots.asDeclared());
  }
}
