package zoo.inceptionresnetv2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.convolutional.Conv2d;
import zoo.BlockMaker;
import zoo.NetBlock;
import zoo.Scalar;
import zoo.Slots;

/**
 * A residual module: what the branches give is brought to C channels, gated, scaled, and added.
 *
 * <p>From {@code block InceptionResidual} of inception_resnet_v2.senet.
 */
public final class InceptionResidual extends NetBlock {
  private final double scale;
  private final Block branches;
  private final Block conv;
  private final Block gate;
  private final Block act;

  /**
   * @param c channels of the input
   * @param branches the block's branches
   * @param scale the block's scale
   * @param act the block's act; by default relu
   * @param slots what stands in the slots
   */
  public InceptionResidual(int c, BlockMaker branches, double scale, BlockMaker act, Slots slots) {
    this.scale = scale;
    this.branches = addChildBlock("branches", branches.make(c));
    conv = addChildBlock("conv", Conv2d.builder().setFilters(c).setKernelShape(new Shape(1, 1))
        .build());
    gate = addChildBlock("gate", slots.at("gate", c, Blocks::identityBlock));
    this.act = addChildBlock("act", act.make(c));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(conv, pass.apply(branches, x));
    branch = Scalar.times(pass.apply(gate, branch), scale);
    return pass.apply(act, x.add(branch));
  }
}
