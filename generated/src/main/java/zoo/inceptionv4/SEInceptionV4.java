package zoo.inceptionv4;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE-Inception-v4: SE behind the concatenation of each module.
 *
 * <p>From {@code variant SEInceptionV4} of inception_v4.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEInceptionV4 extends InceptionV4 {
  /**
   * The network as it was compiled.
   */
  public SEInceptionV4() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEInceptionV4(int r) {
    super(1000, new int[] {4, 7, 3}, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SE", new SE(c, r));
  }
}
