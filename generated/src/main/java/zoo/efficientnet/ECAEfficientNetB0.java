package zoo.efficientnet;

import ai.djl.nn.Block;
import zoo.Chain;
import zoo.ECA;
import zoo.Slots;

/**
 * EfficientNet-B0 with ECA in place of SE.
 *
 * <p>From {@code variant ECAEfficientNetB0} of efficientnet.senet.
 *
 * <pre>
 * at gate put ECA
 * </pre>
 */
public final class ECAEfficientNetB0 extends EfficientNetB0 {
  /**
   * The network as it was compiled.
   */
  public ECAEfficientNetB0() {
    super(1000, 0.2, slots());
  }

  private static Slots slots() {
    return ECAEfficientNetB0::fill;
  }

  private static Block fill(String path, int c) {
    return new Chain().then("ECA", new ECA(2, 1,
        (int) Math.floor((Math.log(c) / Math.log(2) + 1.0) / 2.0),
        (int) Math.floor((Math.log(c) / Math.log(2) + 1.0) / 2.0) + 1 - Math.floorMod((int) Math.floor((Math.log(c) / Math.log(2) + 1.0) / 2.0), 2)));
  }
}
