package zoo.shufflenet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import zoo.Cba;
import zoo.ChannelGroups;
import zoo.NetBlock;
import zoo.Slots;

/**
 * Pointwise convolutions in groups, with a shuffle between them. With stride 2, what came in is pooled and stands beside
 * the branch. `first` is the number of groups of the first convolution.
 *
 * <p>From {@code block ShuffleUnit} of shufflenet.senet.
 */
public final class ShuffleUnit extends NetBlock {
  private final int stride;
  private final int groups;
  private final Block cba;
  private final Block dwconv;
  private final Block bn;
  private final Block conv;
  private final Block bn2;
  private final Block gate;

  /**
   * @param c channels of the input
   * @param out the block's out
   * @param stride the block's stride; by default 1
   * @param groups the block's groups; by default 3
   * @param first the block's first; by default groups
   * @param slots what stands in the slots
   */
  public ShuffleUnit(int c, int out, int stride, int groups, int first, Slots slots) {
    this.stride = stride;
    this.groups = groups;
    cba = addChildBlock("cba", new Cba(out / 4, new Shape(1, 1), new Shape(1, 1), null, first,
        in -> Activation.reluBlock(), false, 1.0E-5));
    dwconv = addChildBlock("dwconv", Conv2d.builder().setFilters(out / 4)
        .setKernelShape(new Shape(3, 3)).optStride(new Shape(stride, stride))
        .optPadding(new Shape(1, 1)).optGroups(out / 4).optBias(false).build());
    bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv = addChildBlock("conv", Conv2d.builder().setFilters(stride == 2 ? out - c : out)
        .setKernelShape(new Shape(1, 1)).optGroups(groups).optBias(false).build());
    bn2 = addChildBlock("bn[1]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    gate = addChildBlock("gate", slots.at("gate", stride == 2 ? out - c : out,
        Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray y = ChannelGroups.shuffle(pass.apply(cba, x), groups);
    y = pass.apply(bn, pass.apply(dwconv, y));
    y = pass.apply(bn2, pass.apply(conv, y));
    y = pass.apply(gate, y);
    if (stride == 2) {
      NDArray branch = Pool.avgPool2d(x,
          new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false, true);
      x = NDArrays.concat(new NDList(branch, y), 1);
    } else {
      x = x.add(y);
    }
    return Activation.relu(x);
  }
}
