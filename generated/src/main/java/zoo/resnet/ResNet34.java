package zoo.resnet;

import zoo.Slots;

/**
 * ResNet-34 (He et al., CVPR 2016).
 *
 * <p>From {@code net ResNet34} of resnet.senet.
 */
public final class ResNet34 extends ResNet18 {
  /**
   * The network as it was compiled.
   */
  public ResNet34() {
    super(1000, new int[] {3, 4, 6, 3}, Slots.asDeclared());
  }
}
