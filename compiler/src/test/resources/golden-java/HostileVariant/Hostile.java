package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.List;

/**
 * From {@code net Hostile} of hostile.senet.
 */
public class Hostile extends NetBlock {
  private final Block block;
  private final Block block2;
  private final Block string;
  private final Block math;
  private final Block shape;
  private final Block ndArray;
  private final Block ndList;
  private final Block object;
  private final Block override;
  private final Block list;
  private final Block conv2d;
  private final Block batchNorm;
  private final Block record;
  private final Block sE;
  private final Block classBlock;
  private final Block defaultBlock;
  private final Block slots2;
  private final Block illegalArgumentException;
  private final Block arrayList;
  private final Block generic;
  private final List<Block> conv = new ArrayList<>();
  private final List<Block> conv2 = new ArrayList<>();
  private final Block conv3;
  private final Block conv4;
  private final Block conv2d2;
  private final Block conv5;
  private final Block linear;
  private final Block fc;

  /**
   * @param classes the net's classes; by default 5
   * @param main the net's main; by default 1
   * @param Hostile the net's Hostile; by default 2
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public Hostile(int classes, int main, int Hostile, Slots slots) {
    block = addChildBlock("Block[0]", new BlockBlock(6, "b", 1));
    block2 = addChildBlock("Block[1]", new BlockBlock(6, "a\"b\\c$L$S\n\\u0022", 1));
    string = addChildBlock("String", new StringBlock(6, 1, 1, 1, 1, 1, 1, slots.within("String")));
    math = addChildBlock("Math", new MathBlock(6, 3));
    shape = addChildBlock("Shape", new ShapeBlock(6, new Shape(3, 1)));
    ndArray = addChildBlock("NDArray", new NDArrayBlock());
    ndList = addChildBlock("NDList", new NDListBlock(null, true));
    object = addChildBlock("Object", new ObjectBlock(6, 3, 2));
    override = addChildBlock("Override", new OverrideBlock(6));
    list = addChildBlock("List[0]", new ListBlock());
    conv2d = addChildBlock("Conv2d[0]", new Conv2dBlock(6));
    batchNorm = addChildBlock("BatchNorm", new BatchNormBlock());
    record = addChildBlock("new.Record", new Record());
    sE = addChildBlock("new.sE", new SE4(6));
    classBlock = addChildBlock("new.class", slots.at("new.class", 6, Blocks::identityBlock));
    defaultBlock = addChildBlock("new.default", slots.at("new.default", 6,
        () -> new HostileDefault(6)));
    slots2 = addChildBlock("new.slots", slots.at("new.slots", 6, Blocks::identityBlock));
    illegalArgumentException = addChildBlock("IllegalArgumentException",
        new IllegalArgumentExceptionBlock(1));
    arrayList = addChildBlock("ArrayList", new ArrayListBlock(6, 1, 2, 3));
    generic = addChildBlock("Generic", new Generic(6, 1, 2, 3, 1, 1, 1));
    for (int i = 0; i < 2; i++) {
      conv.add(addChildBlock("return.x[" + i + "].conv", Conv2d.builder().setFilters(6)
          .setKernelShape(new Shape(1, 1)).optBias(false).build()));
      conv2.add(addChildBlock("return.pass[" + i + "].conv", Conv2d.builder().setFilters(6)
          .setKernelShape(new Shape(1, 1)).optBias(false).build()));
    }
    conv3 = addChildBlock("List[1].conv", Conv2d.builder().setFilters(main * Hostile)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    conv4 = addChildBlock("conv[0]", Conv2d.builder().setFilters(8).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
    conv2d2 = addChildBlock("Conv2d[1]", new Conv2dBlock(8));
    conv5 = addChildBlock("conv[1]", Conv2d.builder().setFilters(8).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
    linear = addChildBlock("Linear", new LinearBlock(8, 2, 1));
    fc = addChildBlock("fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(block2, pass.apply(block, x));
    x = pass.apply(math, pass.apply(string, x));
    x = pass.apply(ndArray, pass.apply(shape, x));
    x = pass.apply(object, pass.apply(ndList, x));
    x = pass.apply(list, pass.apply(override, x));
    x = pass.apply(batchNorm, pass.apply(conv2d, x));
    x = pass.apply(sE, pass.apply(record, x));
    x = pass.apply(defaultBlock, pass.apply(classBlock, x));
    x = pass.apply(illegalArgumentException, pass.apply(slots2, x));
    x = pass.apply(generic, pass.apply(arrayList, x));
    for (int i = 0; i < 2; i++) {
      x = pass.apply(conv2.get(i), pass.apply(conv.get(i), x));
    }
    NDArray defaultBlock2 = Activation.relu(x);
    NDArray class_ = Activation.tanh(x);
    NDArray List = pass.apply(conv3, x);
    x = NDArrays.concat(new NDList(defaultBlock2, class_, List), 1);
    NDArray forward = pass.apply(conv4, x);
    NDArray getName = Activation.relu(x);
    x = pass.apply(conv2d2, forward);
    NDArray branch = pass.apply(conv5, getName);
    x = x.mul(forward).mul(branch);
    NDArray intBlock = Pool.globalAvgPool2d(x);
    return pass.apply(fc, pass.apply(linear, intBlock));
  }
}
