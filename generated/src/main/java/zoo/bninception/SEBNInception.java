package zoo.bninception;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE-BN-Inception (Hu et al., CVPR 2018): SE behind each of the ten concatenations.
 *
 * <p>From {@code variant SEBNInception} of bn_inception.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEBNInception extends BNInception {
  /**
   * The network as it was compiled.
   */
  public SEBNInception() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEBNInception(int r) {
    super(1000, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SE", new SE(c, r));
  }
}
