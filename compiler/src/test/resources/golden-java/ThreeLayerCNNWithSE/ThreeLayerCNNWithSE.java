package threelayercnnwithse;

import ai.djl.nn.Block;

/**
 * The three-layer network of "Variations of Squeeze and Excitation Networks" (Mahendran), for small images.
 * Attention goes into the slot `middle`, in place of the second convolution.
 *
 * <p>{@code ThreeLayerCNN} with more put into its slots.
 *
 * <pre>
 * middle=SE(r=16)
 * </pre>
 */
public final class ThreeLayerCNNWithSE extends ThreeLayerCNN {
  /**
   * The network as it was compiled.
   */
  public ThreeLayerCNNWithSE() {
    super(10, slots());
  }

  private static Slots slots() {
    return ThreeLayerCNNWithSE::fill;
  }

  private static Block fill(String path, int c) {
    return new Chain().then("SE", new SE(c, 16));
  }
}
