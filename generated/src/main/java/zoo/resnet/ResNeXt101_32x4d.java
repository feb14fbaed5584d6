package zoo.resnet;

import zoo.Slots;

/**
 * ResNeXt-101 (32x4d) (Xie et al., CVPR 2017).
 *
 * <p>From {@code net ResNeXt101_32x4d} of resnet.senet.
 */
public final class ResNeXt101_32x4d extends ResNet50 {
  /**
   * The network as it was compiled.
   */
  public ResNeXt101_32x4d() {
    super(1000, new int[] {3, 4, 23, 3}, "3x3", 128, 32, Slots.asDeclared());
  }
}
