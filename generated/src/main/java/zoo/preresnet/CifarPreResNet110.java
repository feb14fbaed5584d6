package zoo.preresnet;

import zoo.Slots;

/**
 * Pre-activation ResNet-110 for CIFAR (He et al., ECCV 2016): basic units.
 *
 * <p>From {@code net CifarPreResNet110} of preresnet.senet.
 */
public final class CifarPreResNet110 extends CifarPreResNet20 {
  /**
   * The network as it was compiled.
   */
  public CifarPreResNet110() {
    super(10, 18, "A", Slots.asDeclared());
  }
}
