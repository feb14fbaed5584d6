package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

/**
 * From {@code block ArrayList} of hostile.senet.
 */
public final class ArrayListBlock extends NetBlock {
  private final Block conv;
  private final Block conv2;
  private final Block conv3;

  /**
   * @param c channels of the input
   * @param yield the block's yield; by default 1
   * @param record the block's record; by default 2
   * @param var the block's var; by default 3
   */
  public ArrayListBlock(int c, int yield, int record, int var) {
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(c)
        .setKernelShape(new Shape(var, var)).optPadding(new Shape((var - 1) / 2, (var - 1) / 2))
        .optBias(false).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(c).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
    conv3 = addChildBlock("conv[2]", Conv2d.builder().setFilters(c).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray children2 = pass.apply(conv, x);
    NDArray parameters2 = pass.apply(conv2, x);
    NDArray version2 = pass.apply(conv3, x);
    NDArray assertBlock = Activation.relu(x);
    return children2.add(parameters2).add(version2).add(assertBlock);
  }
}
