package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.norm.BatchNorm;

/**
 * From {@code block NetBlock} of hostile.senet.
 */
public final class NetBlockBlock extends NetBlock {
  private final Block bn;

  public NetBlockBlock() {
    bn = addChildBlock("bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return pass.apply(bn, x);
  }
}
