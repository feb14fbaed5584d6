package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;

/**
 * From {@code block List} of hostile.senet.
 */
public final class ListBlock extends NetBlock {
  private final Block netBlock;
  private final Block slots2;
  private final Block chain;
  private final Block pass2;
  private final Block insidePool;
  private final Block integer;

  public ListBlock() {
    netBlock = addChildBlock("NetBlock", new NetBlockBlock());
    slots2 = addChildBlock("Slots", new SlotsBlock());
    chain = addChildBlock("Chain", new ChainBlock());
    pass2 = addChildBlock("Pass", new PassBlock());
    insidePool = addChildBlock("InsidePool", new InsidePoolBlock());
    integer = addChildBlock("Integer", new IntegerBlock());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(slots2, pass.apply(netBlock, x));
    x = pass.apply(pass2, pass.apply(chain, x));
    return pass.apply(integer, pass.apply(insidePool, x));
  }
}
