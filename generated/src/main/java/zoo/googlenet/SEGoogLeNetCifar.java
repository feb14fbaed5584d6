package zoo.googlenet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * GoogLeNet for small images with SE behind each inception concatenation.
 *
 * <p>From {@code variant SEGoogLeNetCifar} of googlenet.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEGoogLeNetCifar extends GoogLeNetCifar {
  /**
   * The network as it was compiled.
   */
  public SEGoogLeNetCifar() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEGoogLeNetCifar(int r) {
    super(10, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SE", new SE(c, r));
  }
}
