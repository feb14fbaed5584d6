package zoo.resnet;

import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import zoo.Chain;
import zoo.SE;
import zoo.Slots;

/**
 * SE everywhere but in the last stage.
 *
 * <p>From {@code variant SEResNet50Lean} of resnet.senet.
 *
 * <pre>
 * at gate put SE(r)
 * at stage4.gate put identity
 * </pre>
 */
public final class SEResNet50Lean extends ResNet50 {
  /**
   * The network as it was compiled.
   */
  public SEResNet50Lean() {
    super(1000, new int[] {3, 4, 6, 3}, "1x1", 64, 1, slots());
  }

  private static Slots slots() {
    return SEResNet50Lean::fill;
  }

  private static Block fill(String path, int c) {
    if (path.startsWith("stage4.") && path.endsWith("gate")) {
      return Blocks.identityBlock();
    }
    if (path.endsWith("gate")) {
      return new Chain().then("SE", new SE(c, 16));
    }
    return null;
  }
}
