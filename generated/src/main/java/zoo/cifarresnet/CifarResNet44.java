package zoo.cifarresnet;

import zoo.Slots;

/**
 * ResNet-44 for CIFAR (He et al., CVPR 2016).
 *
 * <p>From {@code net CifarResNet44} of cifar_resnet.senet.
 */
public final class CifarResNet44 extends CifarResNet20 {
  /**
   * The network as it was compiled.
   */
  public CifarResNet44() {
    super(10, 7, "A", Slots.asDeclared());
  }
}
