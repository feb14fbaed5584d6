package zoo.resnet;

import zoo.Slots;

/**
 * "Aggregated Residual Transformations for Deep Neural Networks" (Xie, Girshick, Dollar, Tu, He; CVPR 2017).
 *
 * <p>From {@code net ResNeXt50_32x4d} of resnet.senet.
 */
public final class ResNeXt50_32x4d extends ResNet50 {
  /**
   * The network as it was compiled.
   */
  public ResNeXt50_32x4d() {
    super(1000, new int[] {3, 4, 6, 3}, "3x3", 128, 32, Slots.asDeclared());
  }
}
