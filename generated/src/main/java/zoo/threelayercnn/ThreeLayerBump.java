package zoo.threelayercnn;

import ai.djl.nn.Block;
import zoo.Bump;
import zoo.Chain;
import zoo.Slots;

/**
 * ThreeLayerCNN with Bump in place of its second convolution.
 *
 * <p>From {@code variant ThreeLayerBump} of three_layer_cnn.senet.
 *
 * <pre>
 * at middle put Bump(r)
 * </pre>
 */
public final class ThreeLayerBump extends ThreeLayerCNN {
  /**
   * The network as it was compiled.
   */
  public ThreeLayerBump() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public ThreeLayerBump(int r) {
    super(10, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("Bump", new Bump(c, r));
  }
}
