package zoo.resnet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE-POST: after the addition.
 *
 * <p>From {@code variant SEResNet50Post} of resnet.senet.
 *
 * <pre>
 * at after put SE(r)
 * </pre>
 */
public final class SEResNet50Post extends ResNet50 {
  /**
   * The network as it was compiled.
   */
  public SEResNet50Post() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEResNet50Post(int r) {
    super(1000, new int[] {3, 4, 6, 3}, "1x1", 64, 1, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    if (path.endsWith("after")) {
      return new Chain().then("SE", new SE(c, r));
    }
    return null;
  }
}
