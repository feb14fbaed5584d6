package everyother;

import ai.djl.nn.Block;
import java.util.List;

/**
 * From {@code variant EveryOther} of resnet.senet.
 *
 * <pre>
 * at *[let i].gate if (i % 2 == 0) put SE(r = max(C/64, 1))
 * </pre>
 */
public final class EveryOther extends ResNet50 {
  /**
   * The network as it was compiled.
   */
  public EveryOther() {
    super(1000, new int[] {3, 4, 6, 3}, slots());
  }

  private static Slots slots() {
    return EveryOther::fill;
  }

  private static Block fill(String path, int c) {
    if (List.of("stage1.Bottleneck[0].gate", "stage2.Bottleneck[0].gate",
        "stage3.Bottleneck[0].gate", "stage4.Bottleneck[0].gate", "stage1.Bottleneck[2].gate",
        "stage2.Bottleneck[2].gate", "stage3.Bottleneck[2].gate", "stage4.Bottleneck[2].gate",
        "stage3.Bottleneck[4].gate").contains(path)) {
      return new Chain().then("SE", new SE(c, Math.max(c, 64) / 64));
    }
    return null;
  }
}
