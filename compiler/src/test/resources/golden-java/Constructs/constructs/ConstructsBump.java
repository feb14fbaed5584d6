package nets.constructs;

import ai.djl.nn.Block;
import nets.BumpConv;
import nets.Chain;
import nets.Slots;

/**
 * From {@code variant ConstructsBump} of constructs.senet.
 *
 * <pre>
 * at gate put BumpConv(r = 2)
 * </pre>
 */
public final class ConstructsBump extends Constructs {
  /**
   * The network as it was compiled.
   */
  public ConstructsBump() {
    super(7, 4, slots());
  }

  private static Slots slots() {
    return ConstructsBump::fill;
  }

  private static Block fill(String path, int c) {
    if (path.endsWith("gate")) {
      return new Chain().then("BumpConv", new BumpConv(c, 2));
    }
    return null;
  }
}
