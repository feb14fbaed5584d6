package zoo.mobilenetv2;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.CoordAttention;
import zoo.Slots;

/**
 * MobileNetV2 with coordinate attention (Hou et al., CVPR 2021).
 *
 * <p>From {@code variant CAMobileNetV2} of mobilenet_v2.senet.
 *
 * <pre>
 * at gate put CoordAttention(r)
 * </pre>
 */
public final class CAMobileNetV2 extends MobileNetV2 {
  /**
   * The network as it was compiled.
   */
  public CAMobileNetV2() {
    this(32);
  }

  /**
   * @param r the variant's r; by default 32
   */
  public CAMobileNetV2(int r) {
    super(1000, 1280, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("CoordAttention", new CoordAttention(c, r,
        Math.max(8, Math.floorDiv(c, r))));
  }
}
