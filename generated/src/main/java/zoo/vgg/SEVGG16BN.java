package zoo.vgg;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE-VGG-16 (Hu et al., CVPR 2018), with batch normalisation.
 *
 * <p>From {@code variant SEVGG16BN} of vgg.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEVGG16BN extends VGG16 {
  /**
   * The network as it was compiled.
   */
  public SEVGG16BN() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEVGG16BN(int r) {
    super(1000, new int[] {2, 2, 3, 3, 3}, true, 4096, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SE", new SE(c, r));
  }
}
