package nets.constructs;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import nets.NetBlock;
import nets.Slots;

/**
 * Every construct once, in ways that make the generated Java work for it.
 * Growing channels by concatenation, as in DenseNet.
 *
 * <p>From {@code block Dense} of constructs.senet.
 */
public final class Dense extends NetBlock {
  private final Block bn;
  private final Block conv;
  private final Block gate;

  /**
   * @param growth the block's growth
   * @param slots what stands in the slots
   */
  public Dense(int growth, Slots slots) {
    bn = addChildBlock("bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv = addChildBlock("conv", Conv2d.builder().setFilters(growth).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).optBias(false).build());
    gate = addChildBlock("gate", slots.at("gate", growth, Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = Activation.relu(pass.apply(bn, x));
    branch = pass.apply(gate, pass.apply(conv, branch));
    return NDArrays.concat(new NDList(x, branch), 1);
  }
}
