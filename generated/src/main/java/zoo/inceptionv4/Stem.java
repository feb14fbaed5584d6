package zoo.inceptionv4;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.pooling.Pool;
import zoo.Ic;
import zoo.NetBlock;

/**
 * Figure 3: to 384 maps of 35x35.
 *
 * <p>From {@code block Stem} of inception_v4.senet.
 */
public final class Stem extends NetBlock {
  private final Block ic;
  private final Block ic2;
  private final Block ic3;
  private final Block ic4;
  private final Block ic5;
  private final Block ic6;
  private final Block ic7;
  private final Block ic8;
  private final Block ic9;
  private final Block ic10;
  private final Block ic11;

  public Stem() {
    ic = addChildBlock("ic[0]", new Ic(32, new Shape(3, 3), 2, new Shape(0, 0)));
    ic2 = addChildBlock("ic[1]", new Ic(32, new Shape(3, 3), 1, new Shape(0, 0)));
    ic3 = addChildBlock("ic[2]", new Ic(64, new Shape(3, 3), 1, null));
    ic4 = addChildBlock("ic[3]", new Ic(96, new Shape(3, 3), 2, new Shape(0, 0)));
    ic5 = addChildBlock("ic[4]", new Ic(64, new Shape(1, 1), 1, null));
    ic6 = addChildBlock("ic[5]", new Ic(96, new Shape(3, 3), 1, new Shape(0, 0)));
    ic7 = addChildBlock("ic[6]", new Ic(64, new Shape(1, 1), 1, null));
    ic8 = addChildBlock("ic[7]", new Ic(64, new Shape(1, 7), 1, null));
    ic9 = addChildBlock("ic[8]", new Ic(64, new Shape(7, 1), 1, null));
    ic10 = addChildBlock("ic[9]", new Ic(96, new Shape(3, 3), 1, new Shape(0, 0)));
    ic11 = addChildBlock("ic[10]", new Ic(192, new Shape(3, 3), 2, new Shape(0, 0)));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(ic2, pass.apply(ic, x));
    x = pass.apply(ic3, x);
    NDArray branch = Pool.maxPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(0, 0), false);
    NDArray branch2 = pass.apply(ic4, x);
    x = NDArrays.concat(new NDList(branch, branch2), 1);
    NDArray branch3 = pass.apply(ic6, pass.apply(ic5, x));
    NDArray branch4 = pass.apply(ic8, pass.apply(ic7, x));
    branch4 = pass.apply(ic10, pass.apply(ic9, branch4));
    x = NDArrays.concat(new NDList(branch3, branch4), 1);
    NDArray branch5 = pass.apply(ic11, x);
    NDArray branch6 = Pool.maxPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(0, 0), false);
    return NDArrays.concat(new NDList(branch5, branch6), 1);
  }
}
