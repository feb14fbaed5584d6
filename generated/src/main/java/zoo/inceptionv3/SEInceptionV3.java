package zoo.inceptionv3;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE-Inception-v3: SE behind each of the eleven concatenations.
 *
 * <p>From {@code variant SEInceptionV3} of inception_v3.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEInceptionV3 extends InceptionV3 {
  /**
   * The network as it was compiled.
   */
  public SEInceptionV3() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEInceptionV3(int r) {
    super(1000, false, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SE", new SE(c, r));
  }
}
