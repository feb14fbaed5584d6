package seresnet50;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.HashMap;
import java.util.Map;

/**
 * A block whose forward pass is from one array to one array, which is all it has to say: shapes
 * follow from running it once on zeros.
 */
public abstract class NetBlock extends AbstractBlock {
  private final Map<Shape, Shape> outputs = new HashMap<>();

  /**
   * The forward pass.
   *
   * @param x the input, batch first
   * @param pass runs the children
   * @return the result, batch first
   */
  protected abstract NDArray forward(NDArray x, Pass pass);

  /** A number for each channel, (N, C), as a map that broadcasts over H and W, (N, C, 1, 1). */
  protected static NDArray spread(NDArray channels) {
    return channels.expandDims(2).expandDims(3);
  }

  @Override
  protected final NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      PairList<String, Object> options) {
    return new NDList(forward(inputs.singletonOrThrow(), new Pass(parameters, training, null)));
  }

  @Override
  protected final void initializeChildBlocks(
      NDManager manager, DataType type, Shape... inputShapes) {
    try (NDManager zeros = manager.newSubManager()) {
      Pass pass = new Pass(new ParameterStore(zeros, false), false, manager);
      NDArray result = forward(zeros.zeros(inputShapes[0], type), pass);
      outputs.put(inputShapes[0], result.getShape());
    }
  }

  @Override
  public final Shape[] getOutputShapes(Shape[] inputShapes) {
    if (!isInitialized() && !outputs.containsKey(inputShapes[0])) {
      throw new IllegalStateException("initialize the block first: its shapes follow from a run");
    }
    return new Shape[] {outputs.computeIfAbsent(inputShapes[0], this::run)};
  }

  private Shape run(Shape input) {
    try (NDManager zeros = NDManager.newBaseManager()) {
      Pass pass = new Pass(new ParameterStore(zeros, false), false, null);
      return forward(zeros.zeros(input), pass).getShape();
    }
  }

  /** One run through a network. */
  protected static final class Pass {
    private final ParameterStore parameters;
    private final boolean training;
    private final NDManager initializing;

    private Pass(ParameterStore parameters, boolean training, NDManager initializing) {
      this.parameters = parameters;
      this.training = training;
      this.initializing = initializing;
    }

    /** Whether the network is being trained. */
    public boolean training() {
      return training;
    }

    /** Runs {@code block} on {@code x}. */
    public NDArray apply(Block block, NDArray x) {
      if (initializing != null) {
        block.initialize(initializing, x.getDataType(), x.getShape());
        if (block instanceof NetBlock) {
          // It has just run itself; to run it again at every level would double the work of each.
          Shape shape = ((NetBlock) block).outputs.get(x.getShape());
          return x.getManager().zeros(shape, x.getDataType());
        }
      }
      return block.forward(parameters, new NDList(x), training).singletonOrThrow();
    }
  }
}
