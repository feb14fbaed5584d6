package zoo.resnet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE-ResNet-34: SE in every block.
 *
 * <p>From {@code variant SEResNet34} of resnet.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEResNet34 extends ResNet18 {
  /**
   * The network as it was compiled.
   */
  public SEResNet34() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEResNet34(int r) {
    super(1000, new int[] {3, 4, 6, 3}, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    if (path.endsWith("gate")) {
      return new Chain().then("SE", new SE(c, r));
    }
    return null;
  }
}
