package zoo.threelayercnn;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.Slots;
import zoo.SlowSE;

/**
 * ThreeLayerCNN with SlowSE in place of its second convolution.
 *
 * <p>From {@code variant ThreeLayerSlowSE} of three_layer_cnn.senet.
 *
 * <pre>
 * at middle put SlowSE(r)
 * </pre>
 */
public final class ThreeLayerSlowSE extends ThreeLayerCNN {
  /**
   * The network as it was compiled.
   */
  public ThreeLayerSlowSE() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public ThreeLayerSlowSE(int r) {
    super(10, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SlowSE", new SlowSE(c, r));
  }
}
