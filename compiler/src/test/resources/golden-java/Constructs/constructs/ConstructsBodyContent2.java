package nets.constructs;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.norm.BatchNorm;
import nets.NetBlock;
import nets.SE;

/**
 * What ConstructsBody puts into slots.
 *
 * <pre>SE(r = 1) bn</pre>
 */
public final class ConstructsBodyContent2 extends NetBlock {
  private final Block se;
  private final Block bn;

  /**
   * @param c channels of the input
   */
  public ConstructsBodyContent2(int c) {
    se = addChildBlock("SE", new SE(c, 1));
    bn = addChildBlock("bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return pass.apply(bn, pass.apply(se, x));
  }
}
