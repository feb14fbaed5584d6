package zoo.densenet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import zoo.NetBlock;
import zoo.Slots;

/**
 * A layer: all maps so far, and `growth` new ones of them.
 *
 * <p>From {@code block DenseLayer} of densenet.senet.
 */
public final class DenseLayer extends NetBlock {
  private final Block bn;
  private final Block conv;
  private final Block bn2;
  private final Block conv2;
  private final Block grown;

  /**
   * @param growth the block's growth
   * @param slots what stands in the slots
   */
  public DenseLayer(int growth, Slots slots) {
    bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(4 * growth)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    bn2 = addChildBlock("bn[1]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(growth)
        .setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1)).optBias(false).build());
    grown = addChildBlock("grown", slots.at("grown", growth, Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = Activation.relu(pass.apply(bn, x));
    branch = pass.apply(bn2, pass.apply(conv, branch));
    branch = pass.apply(conv2, Activation.relu(branch));
    branch = pass.apply(grown, branch);
    return NDArrays.concat(new NDList(x, branch), 1);
  }
}
