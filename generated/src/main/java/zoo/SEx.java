package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;

/**
 * SE with everything a parameter: sizes, biases, what pools, what activates, what gates. `hidden = C/r` is exact and must be
 * whole; implementations that round write floor(C/r) or round_to(C/r, 8).
 *
 * <p>From {@code block SEx} of attention.senet.
 */
public final class SEx extends NetBlock {
  private final Block pool;
  private final Block fc;
  private final Block act;
  private final Block fc2;
  private final Block gate;

  /**
   * @param c channels of the input
   * @param r the block's r; by default 16
   * @param hidden the block's hidden; by default C/r
   * @param bias the block's bias; by default true
   * @param pool the block's pool; by default gap
   * @param act the block's act; by default relu
   * @param gate the block's gate; by default sigmoid
   */
  public SEx(int c, int r, int hidden, boolean bias, BlockMaker pool, BlockMaker act,
      BlockMaker gate) {
    this.pool = addChildBlock("pool", pool.make(c));
    fc = addChildBlock("fc[0]", Linear.builder().setUnits(hidden).optBias(bias).build());
    this.act = addChildBlock("act", act.make(hidden));
    fc2 = addChildBlock("fc[1]", Linear.builder().setUnits(c).optBias(bias).build());
    this.gate = addChildBlock("gate", gate.make(c));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray gate2 = pass.apply(fc, pass.apply(pool, x));
    gate2 = pass.apply(fc2, pass.apply(act, gate2));
    return x.mul(spread(pass.apply(gate, gate2)));
  }
}
