package sec.runtime.sample;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import sec.compiler.fixtures.HandBuiltNetwork;
import sec.compiler.ir.Network;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Window;

/** conv bn relu SE dropout flatten fc, on 3x8x8 images, ten classes. */
public final class SampleNet extends AbstractBlock {
  private final Conv2d conv;
  private final BatchNorm bn;
  private final SampleSe gate;
  private final Dropout dropout;
  private final Linear fc;

  /** The network as compiled. */
  public SampleNet() {
    conv =
        addChildBlock(
            "stem.conv",
            Conv2d.builder()
                .setKernelShape(new Shape(3, 3))
                .setFilters(8)
                .optPadding(new Shape(1, 1))
                .optBias(false)
                .build());
    bn = addChildBlock("stem.bn", BatchNorm.builder().optMomentum(0.9f).build());
    gate = addChildBlock("gate.SE", new SampleSe(8, 4));
    dropout = addChildBlock("dropout", Dropout.builder().optRate(0.25f).build());
    fc = addChildBlock("head.fc", Linear.builder().setUnits(10).build());
  }

  /** The network it was "compiled" from. */
  public static Network network() {
    HandBuiltNetwork net =
        new HandBuiltNetwork("SampleNet", sec.compiler.operators.Shape.of(3, 8, 8));
    Window same = new Window(3, 1, 1, 1, false);
    int x = net.add("stem.conv", new Primitive.Conv(8, same, same, 1, false, "default"), 0);
    x = net.add("stem.bn", new Primitive.BatchNorm(1e-5, 0.1), x);
    x = net.add("stem.relu", Primitive.Activation.RELU, x);
    int y = net.add("gate.SE.squeeze.gap", Primitive.GlobalPool.AVERAGE, x);
    y = net.add("gate.SE.excite.fc[0]", new Primitive.Linear(2, true, "default"), y);
    y = net.add("gate.SE.excite.relu", Primitive.Activation.RELU, y);
    y = net.add("gate.SE.excite.fc[1]", new Primitive.Linear(8, true, "default"), y);
    y = net.add("gate.SE.excite.sigmoid", Primitive.Activation.SIGMOID, y);
    x = net.add("gate.SE.scale", Primitive.Elementwise.MUL, x, y);
    x = net.add("dropout", new Primitive.Dropout(0.25), x);
    x = net.add("head.flatten", new Primitive.Flatten(), x);
    return net.output(net.add("head.fc", new Primitive.Linear(10, true, "default"), x));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDList x = conv.forward(store, inputs, training);
    x = Activation.relu(bn.forward(store, x, training));
    x = dropout.forward(store, gate.forward(store, x, training), training);
    NDArray map = x.singletonOrThrow();
    return fc.forward(store, new NDList(map.reshape(map.getShape().get(0), -1)), training);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), 10)};
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    conv.initialize(manager, type, inputShapes);
    Shape[] map = conv.getOutputShapes(inputShapes);
    bn.initialize(manager, type, map);
    gate.initialize(manager, type, map);
    dropout.initialize(manager, type, map);
    fc.initialize(manager, type, new Shape(1, map[0].size() / map[0].get(0)));
  }
}
