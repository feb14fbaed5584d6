package zoo.vgg;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * VGG-16 for small images with SE behind each convolution.
 *
 * <p>From {@code variant SEVGG16Cifar} of vgg.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEVGG16Cifar extends VGG16Cifar {
  /**
   * The network as it was compiled.
   */
  public SEVGG16Cifar() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEVGG16Cifar(int r) {
    super(10, new int[] {2, 2, 3, 3, 3}, true, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SE", new SE(c, r));
  }
}
