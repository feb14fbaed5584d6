package zoo.resnet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE-ResNeXt-50 (32x4d) (Hu et al., CVPR 2018).
 *
 * <p>From {@code variant SEResNeXt50_32x4d} of resnet.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEResNeXt50_32x4d extends ResNet50 {
  /**
   * The network as it was compiled.
   */
  public SEResNeXt50_32x4d() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEResNeXt50_32x4d(int r) {
    super(1000, new int[] {3, 4, 6, 3}, "3x3", 128, 32, slots(r));
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
