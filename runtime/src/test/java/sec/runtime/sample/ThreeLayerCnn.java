package sec.runtime.sample;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import sec.compiler.fixtures.HandBuiltNetwork;
import sec.compiler.ir.Network;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Window;

/**
 * Three convolutions, two pools and a fully connected layer on 3x32x32 images: 97,290 parameters.
 */
public final class ThreeLayerCnn extends AbstractBlock {
  private static final Shape TWO = new Shape(2, 2);

  private final Conv2d[] convs = new Conv2d[3];
  private final Block pool = Pool.maxPool2dBlock(TWO, TWO);
  private final Linear fc;

  /** The network as compiled. */
  public ThreeLayerCnn() {
    int[] filters = {32, 64, 64};
    for (int i = 0; i < convs.length; i++) {
      convs[i] =
          addChildBlock(
              "conv[" + i + "]",
              Conv2d.builder()
                  .setKernelShape(new Shape(3, 3))
                  .setFilters(filters[i])
                  .optPadding(new Shape(1, 1))
                  .build());
    }
    fc = addChildBlock("fc", Linear.builder().setUnits(10).build());
  }

  /** The network it was "compiled" from. */
  public static Network network() {
    HandBuiltNetwork net =
        new HandBuiltNetwork("ThreeLayerCNN", sec.compiler.operators.Shape.of(3, 32, 32));
    Window same = new Window(3, 1, 1, 1, false);
    Window half = new Window(2, 2, 0, 1, false);
    int x = 0;
    int[] filters = {32, 64, 64};
    for (int i = 0; i < filters.length; i++) {
      String conv = "conv[" + i + "]";
      x = net.add(conv, new Primitive.Conv(filters[i], same, same, 1, true, "default"), x);
      x = net.add("relu[" + i + "]", Primitive.Activation.RELU, x);
      if (i < 2) {
        x = net.add("maxpool[" + i + "]", new Primitive.MaxPool(half, half), x);
      }
    }
    x = net.add("flatten", new Primitive.Flatten(), x);
    return net.output(net.add("fc", new Primitive.Linear(10, true, "default"), x));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDList x = inputs;
    for (int i = 0; i < convs.length; i++) {
      x = Activation.relu(convs[i].forward(store, x, training));
      if (i < 2) {
        x = pool.forward(store, x, training);
      }
    }
    NDArray map = x.singletonOrThrow();
    return fc.forward(store, new NDList(map.reshape(map.getShape().get(0), -1)), training);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), 10)};
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    convs[0].initialize(manager, type, new Shape(1, 3, 32, 32));
    convs[1].initialize(manager, type, new Shape(1, 32, 16, 16));
    convs[2].initialize(manager, type, new Shape(1, 64, 8, 8));
    fc.initialize(manager, type, new Shape(1, 64 * 8 * 8));
  }
}
