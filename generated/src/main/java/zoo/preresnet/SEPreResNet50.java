package zoo.preresnet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * Pre-activation ResNet-50 with SE in every unit.
 *
 * <p>From {@code variant SEPreResNet50} of preresnet.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEPreResNet50 extends PreResNet50 {
  /**
   * The network as it was compiled.
   */
  public SEPreResNet50() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEPreResNet50(int r) {
    super(1000, new int[] {3, 4, 6, 3}, "1x1", false, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SE", new SE(c, r));
  }
}
