package zoo.resnet;

import zoo.Slots;

/**
 * ResNet-152 (He et al., CVPR 2016).
 *
 * <p>From {@code net ResNet152} of resnet.senet.
 */
public final class ResNet152 extends ResNet50 {
  /**
   * The network as it was compiled.
   */
  public ResNet152() {
    super(1000, new int[] {3, 8, 36, 3}, "1x1", 64, 1, Slots.asDeclared());
  }
}
