package zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** A layer that DJL does not have, or has and cannot run: parameters, and a function of them. */
public abstract class Layer extends AbstractBlock {

  /** Adds a parameter; its first values are the trainer's to set. */
  protected final void parameter(String name, Parameter.Type type, long... shape) {
    addParameter(
        Parameter.builder().setName(name).setType(type).optShape(new Shape(shape)).build());
  }

  /**
   * The forward pass.
   *
   * @param x the input, batch first
   * @param parameters in the order in which they were added
   * @return the result, batch first
   */
  protected abstract NDArray forward(NDArray x, NDList parameters);

  @Override
  protected final NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
    NDArray x = inputs.singletonOrThrow();
    NDList values = new NDList();
    // DJL keeps what is made of an array as long as the array itself: of a parameter, for good. A
    // sum is kept as long as its first part.
    NDArray zero = x.getManager().zeros(new Shape(1), x.getDataType());
    for (Parameter parameter : getDirectParameters().values()) {
      values.add(zero.add(store.getValue(parameter, x.getDevice(), training)));
    }
    return new NDList(forward(x, values));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes;
  }

  /** One number for each channel, (C), as (C, 1, 1) where {@code x} is a map. */
  protected static NDArray perChannel(NDArray numbers, NDArray x) {
    return x.getShape().dimension() == 4 ? numbers.reshape(-1, 1, 1) : numbers;
  }
}
