package zoo.resnet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE in the last stage only, which costs the most parameters.
 *
 * <p>From {@code variant SEResNet50Stage4} of resnet.senet.
 *
 * <pre>
 * at stage4.gate put SE(r)
 * </pre>
 */
public final class SEResNet50Stage4 extends ResNet50 {
  /**
   * The network as it was compiled.
   */
  public SEResNet50Stage4() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEResNet50Stage4(int r) {
    super(1000, new int[] {3, 4, 6, 3}, "1x1", 64, 1, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    if (path.startsWith("stage4.") && path.endsWith("gate")) {
      return new Chain().then("SE", new SE(c, r));
    }
    return null;
  }
}
