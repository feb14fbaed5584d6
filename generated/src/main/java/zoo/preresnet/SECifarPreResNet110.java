package zoo.preresnet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * Pre-activation ResNet-110 for CIFAR with SE in every unit.
 *
 * <p>From {@code variant SECifarPreResNet110} of preresnet.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SECifarPreResNet110 extends CifarPreResNet20 {
  /**
   * The network as it was compiled.
   */
  public SECifarPreResNet110() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SECifarPreResNet110(int r) {
    super(10, 18, "A", slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SE", new SE(c, r));
  }
}
