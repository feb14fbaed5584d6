package zoo.resnet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE_3x3: inside of the residual branch, behind the 3x3 convolution.
 *
 * <p>From {@code variant SEResNet50Inside} of resnet.senet.
 *
 * <pre>
 * at inside put SE(r)
 * </pre>
 */
public final class SEResNet50Inside extends ResNet50 {
  /**
   * The network as it was compiled.
   */
  public SEResNet50Inside() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEResNet50Inside(int r) {
    super(1000, new int[] {3, 4, 6, 3}, "1x1", 64, 1, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    if (path.endsWith("inside")) {
      return new Chain().then("SE", new SE(c, r));
    }
    return null;
  }
}
