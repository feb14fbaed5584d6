package zoo.cifarresnet;

import zoo.Slots;

/**
 * ResNet-110 for CIFAR (He et al., CVPR 2016).
 *
 * <p>From {@code net CifarResNet110} of cifar_resnet.senet.
 */
public final class CifarResNet110 extends CifarResNet20 {
  /**
   * The network as it was compiled.
   */
  public CifarResNet110() {
    super(10, 18, "A", Slots.asDeclared());
  }
}
