package zoo.cifarresnet;

import zoo.Slots;

/**
 * ResNet-56 for CIFAR (He et al., CVPR 2016).
 *
 * <p>From {@code net CifarResNet56} of cifar_resnet.senet.
 */
public final class CifarResNet56 extends CifarResNet20 {
  /**
   * The network as it was compiled.
   */
  public CifarResNet56() {
    super(10, 9, "A", Slots.asDeclared());
  }
}
