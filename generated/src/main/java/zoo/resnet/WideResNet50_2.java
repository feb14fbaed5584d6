package zoo.resnet;

import zoo.Slots;

/**
 * "Wide Residual Networks" (Zagoruyko, Komodakis; BMVC 2016): ResNet-50, its 3x3 convolutions twice as wide.
 *
 * <p>From {@code net WideResNet50_2} of resnet.senet.
 */
public final class WideResNet50_2 extends ResNet50 {
  /**
   * The network as it was compiled.
   */
  public WideResNet50_2() {
    super(1000, new int[] {3, 4, 6, 3}, "3x3", 128, 1, Slots.asDeclared());
  }
}
