package zoo.googlenet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE-GoogLeNet: SE behind each inception concatenation (Hu et al., CVPR 2018).
 *
 * <p>From {@code variant SEGoogLeNet} of googlenet.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEGoogLeNet extends GoogLeNet {
  /**
   * The network as it was compiled.
   */
  public SEGoogLeNet() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEGoogLeNet(int r) {
    super(1000, false, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SE", new SE(c, r));
  }
}
