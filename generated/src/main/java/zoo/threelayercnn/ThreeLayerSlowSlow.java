package zoo.threelayercnn;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.Slots;
import zoo.SlowSlow;

/**
 * ThreeLayerCNN with SlowSlow in place of its second convolution.
 *
 * <p>From {@code variant ThreeLayerSlowSlow} of three_layer_cnn.senet.
 *
 * <pre>
 * at middle put SlowSlow(r)
 * </pre>
 */
public final class ThreeLayerSlowSlow extends ThreeLayerCNN {
  /**
   * The network as it was compiled.
   */
  public ThreeLayerSlowSlow() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public ThreeLayerSlowSlow(int r) {
    super(10, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SlowSlow", new SlowSlow(c, r));
  }
}
