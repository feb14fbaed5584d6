package zoo.densenet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * DenseNet-121 with SE behind each dense block and each transition.
 *
 * <p>From {@code variant SEDenseNet121} of densenet.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEDenseNet121 extends DenseNet121 {
  /**
   * The network as it was compiled.
   */
  public SEDenseNet121() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEDenseNet121(int r) {
    super(1000, 32, new int[] {6, 12, 24, 16}, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    if (path.endsWith("gate")) {
      return new Chain().then("SE", new SE(c, r));
    }
    return null;
  }
}
