package zoo.senet154;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SENet-154 (Hu, Shen, Sun; CVPR 2018), from their winning entry to ILSVRC 2017.
 *
 * <p>From {@code variant SENet154} of senet154.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SENet154 extends SENet154Base {
  /**
   * The network as it was compiled.
   */
  public SENet154() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SENet154(int r) {
    super(1000, new int[] {3, 8, 36, 3}, 0.2, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SE", new SE(c, r));
  }
}
