package zoo.resnet;

import zoo.Slots;

/**
 * ResNet-101 (He et al., CVPR 2016).
 *
 * <p>From {@code net ResNet101} of resnet.senet.
 */
public final class ResNet101 extends ResNet50 {
  /**
   * The network as it was compiled.
   */
  public ResNet101() {
    super(1000, new int[] {3, 4, 23, 3}, "1x1", 64, 1, Slots.asDeclared());
  }
}
