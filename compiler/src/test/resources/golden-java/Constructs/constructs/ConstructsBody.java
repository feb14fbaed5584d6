package nets.constructs;

import ai.djl.nn.Block;
import java.util.List;
import nets.Slots;

/**
 * From {@code variant ConstructsBody} of constructs.senet.
 *
 * <pre>
 * at gate put &lt; let g = gap fc(C/n) relu fc(C); mul(identity | g sigmoid) conv(C) &gt;
 * at dense.*[1..2].gate put SE(r = 1) bn
 * at dense.*[let i].gate if (i == 3 and H &gt; 2) put conv(C, 3) maxpool(3, 1)
 * </pre>
 */
public final class ConstructsBody extends Constructs {
  /**
   * The network as it was compiled.
   */
  public ConstructsBody() {
    this(2);
  }

  /**
   * @param n the variant's n; by default 2
   */
  public ConstructsBody(int n) {
    super(7, 4, slots(n));
  }

  private static Slots slots(int n) {
    return (path, c) -> fill(path, c, n);
  }

  private static Block fill(String path, int c, int n) {
    if (path.startsWith("dense.Dense[3].")) {
      return new ConstructsBodyContent3(c);
    }
    if (List.of("dense.Dense[0].gate", "gate").contains(path)) {
      return new ConstructsBodyContent(c, n);
    }
    if (path.endsWith("gate")) {
      return new ConstructsBodyContent2(c);
    }
    return null;
  }
}
