package zoo.shufflenetv2;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import zoo.Chain;
import zoo.Gap;
import zoo.SEx;
import zoo.Slots;

/**
 * ShuffleNet V2 with SE (Ma et al., ECCV 2018); hidden widths are rounded down.
 *
 * <p>From {@code variant SEShuffleNetV2} of shufflenet_v2.senet.
 *
 * <pre>
 * at gate put SEx(hidden = floor(C/r))
 * </pre>
 */
public final class SEShuffleNetV2 extends ShuffleNetV2 {
  /**
   * The network as it was compiled.
   */
  public SEShuffleNetV2() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEShuffleNetV2(int r) {
    super(1000, 1024, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SEx", new SEx(c, 16, Math.floorDiv(c, r), true, in -> new Gap(),
        in -> Activation.reluBlock(), in -> Activation.sigmoidBlock()));
  }
}
