package zoo.densenet;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import java.util.ArrayList;
import java.util.List;
import zoo.NetBlock;
import zoo.Slots;

/**
 * Layers that see all layers before them.
 *
 * <p>From {@code block DenseBlock} of densenet.senet.
 */
public final class DenseBlock extends NetBlock {
  private final int depth;
  private final List<Block> denseLayer = new ArrayList<>();
  private final Block gate;

  /**
   * @param c channels of the input
   * @param growth the block's growth
   * @param depth the block's depth
   * @param slots what stands in the slots
   */
  public DenseBlock(int c, int growth, int depth, Slots slots) {
    this.depth = depth;
    int channels = c;
    for (int i = 0; i < depth; i++) {
      denseLayer.add(addChildBlock("DenseLayer[" + i + "]", new DenseLayer(growth,
          slots.within("DenseLayer[" + i + "]"))));
      channels = channels + growth;
    }
    gate = addChildBlock("gate", slots.at("gate", channels, Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    for (int i = 0; i < depth; i++) {
      x = pass.apply(denseLayer.get(i), x);
    }
    return pass.apply(gate, x);
  }
}
