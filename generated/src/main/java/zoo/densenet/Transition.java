package zoo.densenet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import zoo.NetBlock;
import zoo.Slots;

/**
 * Half of the channels, a quarter of the places.
 *
 * <p>From {@code block Transition} of densenet.senet.
 */
public final class Transition extends NetBlock {
  private final Block bn;
  private final Block conv;
  private final Block gate;

  /**
   * @param c channels of the input
   * @param slots what stands in the slots
   */
  public Transition(int c, Slots slots) {
    bn = addChildBlock("bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv = addChildBlock("conv", Conv2d.builder().setFilters(Math.floorDiv(c, 2))
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    gate = addChildBlock("gate", slots.at("gate", Math.floorDiv(c, 2), Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Activation.relu(pass.apply(bn, x));
    x = Pool.avgPool2d(pass.apply(conv, x),
        new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false, true);
    return pass.apply(gate, x);
  }
}
