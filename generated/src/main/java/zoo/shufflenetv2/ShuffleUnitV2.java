package zoo.shufflenetv2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import zoo.Cba;
import zoo.ChannelGroups;
import zoo.NetBlock;
import zoo.Slots;

/**
 * Half of the channels stay as they are; with stride 2 all of them go both ways.
 *
 * <p>From {@code block ShuffleUnitV2} of shufflenet_v2.senet.
 */
public final class ShuffleUnitV2 extends NetBlock {
  private final int c;
  private final int stride;
  private Block cba;
  private Block dwconv;
  private Block bn;
  private Block cba2;
  private Block gate;
  private Block dwconv2;
  private Block bn2;
  private Block cba3;
  private Block cba4;
  private Block dwconv3;
  private Block bn3;
  private Block cba5;
  private Block gate2;

  /**
   * @param c channels of the input
   * @param out the block's out
   * @param stride the block's stride; by default 1
   * @param slots what stands in the slots
   */
  public ShuffleUnitV2(int c, int out, int stride, Slots slots) {
    this.c = c;
    this.stride = stride;
    if (stride == 1) {
      cba = addChildBlock("cba[0]", new Cba(out / 2, new Shape(1, 1), new Shape(1, 1), null, 1,
          in -> Activation.reluBlock(), false, 1.0E-5));
      dwconv = addChildBlock("dwconv[0]", Conv2d.builder().setFilters(out / 2)
          .setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1)).optGroups(out / 2)
          .optBias(false).build());
      bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
          .build());
      cba2 = addChildBlock("cba[1]", new Cba(out / 2, new Shape(1, 1), new Shape(1, 1), null, 1,
          in -> Activation.reluBlock(), false, 1.0E-5));
      gate = addChildBlock("gate[0]", slots.at("gate[0]", out / 2, Blocks::identityBlock));
    } else {
      dwconv2 = addChildBlock("dwconv[0]", Conv2d.builder().setFilters(c)
          .setKernelShape(new Shape(3, 3)).optStride(new Shape(2, 2)).optPadding(new Shape(1, 1))
          .optGroups(c).optBias(false).build());
      bn2 = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
          .build());
      cba3 = addChildBlock("cba[0]", new Cba(out / 2, new Shape(1, 1), new Shape(1, 1), null, 1,
          in -> Activation.reluBlock(), false, 1.0E-5));
      cba4 = addChildBlock("cba[1]", new Cba(out / 2, new Shape(1, 1), new Shape(1, 1), null, 1,
          in -> Activation.reluBlock(), false, 1.0E-5));
      dwconv3 = addChildBlock("dwconv[1]", Conv2d.builder().setFilters(out / 2)
          .setKernelShape(new Shape(3, 3)).optStride(new Shape(2, 2)).optPadding(new Shape(1, 1))
          .optGroups(out / 2).optBias(false).build());
      bn3 = addChildBlock("bn[1]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
          .build());
      cba5 = addChildBlock("cba[2]", new Cba(out / 2, new Shape(1, 1), new Shape(1, 1), null, 1,
          in -> Activation.reluBlock(), false, 1.0E-5));
      gate2 = addChildBlock("gate[0]", slots.at("gate[0]", out / 2, Blocks::identityBlock));
    }
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    if (stride == 1) {
      NDArray a = x.get(":, {}:{}", 0, c / 2);
      NDArray b = x.get(":, {}:{}", c / 2, c / 2 + c / 2);
      NDArray branch = pass.apply(dwconv, pass.apply(cba, b));
      branch = pass.apply(cba2, pass.apply(bn, branch));
      branch = pass.apply(gate, branch);
      x = NDArrays.concat(new NDList(a, branch), 1);
    } else {
      NDArray branch2 = pass.apply(bn2, pass.apply(dwconv2, x));
      branch2 = pass.apply(cba3, branch2);
      NDArray branch3 = pass.apply(dwconv3, pass.apply(cba4, x));
      branch3 = pass.apply(cba5, pass.apply(bn3, branch3));
      branch3 = pass.apply(gate2, branch3);
      x = NDArrays.concat(new NDList(branch2, branch3), 1);
    }
    return ChannelGroups.shuffle(x, 2);
  }
}
