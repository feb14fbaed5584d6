package sec.runtime.sample;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** Squeeze-and-excitation on {@code channels} channels. */
public final class SampleSe extends AbstractBlock {
  private final Linear fc0;
  private final Linear fc1;
  private final int channels;

  /** With {@code channels / r} hidden units. */
  public SampleSe(int channels, int r) {
    this.channels = channels;
    fc0 = addChildBlock("excite.fc[0]", Linear.builder().setUnits(channels / r).build());
    fc1 = addChildBlock("excite.fc[1]", Linear.builder().setUnits(channels).build());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray x = inputs.singletonOrThrow();
    NDArray gate = x.mean(new int[] {3}).mean(new int[] {2});
    gate = fc0.forward(store, new NDList(gate), training).singletonOrThrow();
    gate = fc1.forward(store, new NDList(Activation.relu(gate)), training).singletonOrThrow();
    return new NDList(x.mul(Activation.sigmoid(gate).reshape(-1, channels, 1, 1)));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    fc0.initialize(manager, type, new Shape(1, channels));
    fc1.initialize(manager, type, fc0.getOutputShapes(new Shape[] {new Shape(1, channels)}));
  }
}
