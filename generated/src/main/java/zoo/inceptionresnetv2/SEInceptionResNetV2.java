package zoo.inceptionresnetv2;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE-Inception-ResNet-v2 (Hu et al., CVPR 2018): SE in each residual module.
 *
 * <p>From {@code variant SEInceptionResNetV2} of inception_resnet_v2.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEInceptionResNetV2 extends InceptionResNetV2 {
  /**
   * The network as it was compiled.
   */
  public SEInceptionResNetV2() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEInceptionResNetV2(int r) {
    super(1000, new int[] {10, 20, 9}, slots(r));
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
