package zoo.resnet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE-ResNet-152 (Hu et al., CVPR 2018).
 *
 * <p>From {@code variant SEResNet152} of resnet.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEResNet152 extends ResNet50 {
  /**
   * The network as it was compiled.
   */
  public SEResNet152() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEResNet152(int r) {
    super(1000, new int[] {3, 8, 36, 3}, "1x1", 64, 1, slots(r));
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
