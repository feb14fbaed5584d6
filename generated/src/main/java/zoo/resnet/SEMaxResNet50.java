package zoo.resnet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SEMax;
import zoo.Slots;

/**
 * The maximum of each channel squeezed, not its mean.
 *
 * <p>From {@code variant SEMaxResNet50} of resnet.senet.
 *
 * <pre>
 * at gate put SEMax(r)
 * </pre>
 */
public final class SEMaxResNet50 extends ResNet50 {
  /**
   * The network as it was compiled.
   */
  public SEMaxResNet50() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEMaxResNet50(int r) {
    super(1000, new int[] {3, 4, 6, 3}, "1x1", 64, 1, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    if (path.endsWith("gate")) {
      return new Chain().then("SEMax", new SEMax(c, r));
    }
    return null;
  }
}
