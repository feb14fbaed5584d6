package zoo.cifarresnet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE-ResNet-20 for CIFAR (Hu, Shen, Albanie, Sun, Wu; TPAMI 2020).
 *
 * <p>From {@code variant SECifarResNet20} of cifar_resnet.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SECifarResNet20 extends CifarResNet20 {
  /**
   * The network as it was compiled.
   */
  public SECifarResNet20() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SECifarResNet20(int r) {
    super(10, 3, "A", slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SE", new SE(c, r));
  }
}
