package zoo.threelayercnn;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.Slots;
import zoo.SlowExcite;

/**
 * ThreeLayerCNN with SlowExcite in place of its second convolution.
 *
 * <p>From {@code variant ThreeLayerSlowExcite} of three_layer_cnn.senet.
 *
 * <pre>
 * at middle put SlowExcite(r)
 * </pre>
 */
public final class ThreeLayerSlowExcite extends ThreeLayerCNN {
  /**
   * The network as it was compiled.
   */
  public ThreeLayerSlowExcite() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public ThreeLayerSlowExcite(int r) {
    super(10, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SlowExcite", new SlowExcite(c, r));
  }
}
