package nets.resnet;

import ai.djl.nn.Block;
import nets.Chain;
import nets.SE;
import nets.Slots;

/**
 * From {@code variant SEResNet50} of resnet.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEResNet50 extends ResNet50 {
  /**
   * The network as it was compiled.
   */
  public SEResNet50() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEResNet50(int r) {
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
