package zoo.resnet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * Wide ResNet-50-2 with SE in every block.
 *
 * <p>From {@code variant SEWideResNet50_2} of resnet.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEWideResNet50_2 extends ResNet50 {
  /**
   * The network as it was compiled.
   */
  public SEWideResNet50_2() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEWideResNet50_2(int r) {
    super(1000, new int[] {3, 4, 6, 3}, "3x3", 128, 1, slots(r));
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
