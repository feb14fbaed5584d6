package zoo.cifarresnet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE-ResNet-50 for small images.
 *
 * <p>From {@code variant SEResNet50Cifar} of cifar_resnet.senet.
 *
 * <pre>
 * at gate put SE(r)
 * </pre>
 */
public final class SEResNet50Cifar extends ResNet50Cifar {
  /**
   * The network as it was compiled.
   */
  public SEResNet50Cifar() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEResNet50Cifar(int r) {
    super(10, new int[] {3, 4, 6, 3}, "1x1", slots(r));
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
