package zoo.inceptionresnetv2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import java.util.ArrayList;
import java.util.List;
import zoo.Ic;
import zoo.InsidePool;
import zoo.NetBlock;
import zoo.Slots;

/**
 * The inception module behind the stem, to 320 channels.
 *
 * <p>From {@code block Mixed} of inception_resnet_v2.senet.
 */
public final class Mixed extends NetBlock {
  private final Block ic;
  private final Block ic2;
  private final Block ic3;
  private final Block ic4;
  private final List<Block> ic5 = new ArrayList<>();
  private final Block ic6;
  private final Block join;

  /**
   * @param slots what stands in the slots
   */
  public Mixed(Slots slots) {
    ic = addChildBlock("ic[0]", new Ic(96, new Shape(1, 1), 1, null));
    ic2 = addChildBlock("ic[1]", new Ic(48, new Shape(1, 1), 1, null));
    ic3 = addChildBlock("ic[2]", new Ic(64, new Shape(5, 5), 1, null));
    ic4 = addChildBlock("ic[3]", new Ic(64, new Shape(1, 1), 1, null));
    for (int i = 0; i < 2; i++) {
      ic5.add(addChildBlock("ic[" + (4 + i) + "]", new Ic(96, new Shape(3, 3), 1, null)));
    }
    ic6 = addChildBlock("ic[6]", new Ic(64, new Shape(1, 1), 1, null));
    join = addChildBlock("join", slots.at("join", 320, Blocks::identityBlock));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(ic, x);
    NDArray branch2 = pass.apply(ic3, pass.apply(ic2, x));
    NDArray branch3 = pass.apply(ic4, x);
    for (int i = 0; i < 2; i++) {
      branch3 = pass.apply(ic5.get(i), branch3);
    }
    NDArray branch4 = InsidePool.avgPool2d(x,
        new Shape(3, 3), new Shape(1, 1), new Shape(1, 1), false);
    branch4 = pass.apply(ic6, branch4);
    x = NDArrays.concat(new NDList(branch, branch2, branch3, branch4), 1);
    return pass.apply(join, x);
  }
}
