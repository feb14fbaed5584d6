package zoo.mobilenetv2;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * MobileNetV2 with SE, as Hou et al. (CVPR 2021) compare it: r = 24.
 *
 * <p>From {@code variant SEMobileNetV2} of mobilenet_v2.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEMobileNetV2 extends MobileNetV2 {
  /**
   * The network as it was compiled.
   */
  public SEMobileNetV2() {
    this(24);
  }

  /**
   * @param r the variant's r; by default 24
   */
  public SEMobileNetV2(int r) {
    super(1000, 1280, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SE", new SE(c, r));
  }
}
