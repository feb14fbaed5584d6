package zoo.cifarresnet;

import zoo.Slots;

/**
 * ResNet-32 for CIFAR (He et al., CVPR 2016).
 *
 * <p>From {@code net CifarResNet32} of cifar_resnet.senet.
 */
public final class CifarResNet32 extends CifarResNet20 {
  /**
   * The network as it was compiled.
   */
  public CifarResNet32() {
    super(10, 5, "A", Slots.asDeclared());
  }
}
