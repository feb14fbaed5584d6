package zoo.shufflenet;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import zoo.Chain;
import zoo.Gap;
import zoo.SEx;
import zoo.Slots;

/**
 * SE-ShuffleNet (Hu et al., CVPR 2018). Not every width is a multiple of r, and the quotient is rounded down.
 *
 * <p>From {@code variant SEShuffleNetV1} of shufflenet.senet.
 *
 * <pre>
 * at gate put SEx(hidden = floor(C/r))
 * </pre>
 */
public final class SEShuffleNetV1 extends ShuffleNetV1 {
  /**
   * The network as it was compiled.
   */
  public SEShuffleNetV1() {
    this(16);
  }

  /**
   * @param r the variant's r; by default 16
   */
  public SEShuffleNetV1(int r) {
    super(1000, slots(r));
  }

  private static Slots slots(int r) {
    return (path, c) -> fill(path, c, r);
  }

  private static Block fill(String path, int c, int r) {
    return new Chain().then("SEx", new SEx(c, 16, Math.floorDiv(c, r), true, in -> new Gap(),
        in -> Activation.reluBlock(), in -> Activation.sigmoidBlock()));
  }
}
