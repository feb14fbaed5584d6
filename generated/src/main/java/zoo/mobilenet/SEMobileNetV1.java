package zoo.mobilenet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE-MobileNet (Hu et al., CVPR 2018).
 *
 * <p>From {@code variant SEMobileNetV1} of mobilenet.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEMobileNetV1 extends MobileNetV1 {
  /**
   * The network as it was compiled.
   */
  public SEMobileNetV1() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEMobileNetV1(int r) {
    super(1000, 5, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SE", new SE(c, r));
  }
}
