package zoo.threelayercnn;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * ThreeLayerCNN with Squeeze-and-Excitation in place of its second convolution.
 *
 * <p>From {@code variant ThreeLayerSE} of three_layer_cnn.senet.
 *
 * <pre>
 * at middle put SE(r)
 * </pre>
 */
public final class ThreeLayerSE extends ThreeLayerCNN {
  /**
   * The network as it was compiled.
   */
  public ThreeLayerSE() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public ThreeLayerSE(int r) {
    super(10, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SE", new SE(c, r));
  }
}
