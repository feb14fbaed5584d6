package zoo.cifarresnet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE-ResNet-44 for CIFAR.
 *
 * <p>From {@code variant SECifarResNet44} of cifar_resnet.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SECifarResNet44 extends CifarResNet20 {
  /**
   * The network as it was compiled.
   */
  public SECifarResNet44() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SECifarResNet44(int r) {
    super(10, 7, "A", slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SE", new SE(c, r));
  }
}
