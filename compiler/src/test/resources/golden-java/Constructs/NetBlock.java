package constructs;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A block whose forward pass is from array to array, which is all it has to say: shapes follow from
 * running it once on zeros. It may read further arrays, and hand out further results on the way.
 */
public abstract class NetBlock extends AbstractBlock {
  /**
   * The option of {@code forward} whose value, a {@code BiConsumer<Block, NDList>}, sees every child
   * at every depth at work: the arrays that it reads and, last, its result. They are the network's
   * own: look, and duplicate what you keep.
   */
  public static final String OBSERVER = "observer";

  private final Map<List<Shape>, Shape[]> outputs = new HashMap<>();

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

  /**
   * A width of {@code numerator / denominator} as a multiple of {@code step}, halves up: at least one
   * step, and one more where rounding would take away over a tenth.
   */
  protected static int roundTo(int numerator, int denominator, int step) {
    int steps = Math.floorDiv(2 * numerator + denominator * step, 2 * denominator * step);
    int rounded = Math.max(steps, 1) * step;
    return 10 * rounded * denominator < 9 * numerator ? rounded + step : rounded;
  }

  @Override
  protected final NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      PairList<String, Object> options) {
    return run(inputs, new Pass(parameters, training, options, null, inputs));
  }

  private NDList run(NDList inputs, Pass pass) {
    NDList results = new NDList(forward(inputs.head(), pass));
    results.addAll(pass.outputs);
    return results;
  }

  @Override
  protected final void initializeChildBlocks(
      NDManager manager, DataType type, Shape... inputShapes) {
    try (NDManager zeros = manager.newSubManager()) {
      ParameterStore parameters = new ParameterStore(zeros, false);
      NDList inputs = zeros(zeros, type, inputShapes);
      NDList results = run(inputs, new Pass(parameters, false, null, manager, inputs));
      outputs.put(List.of(inputShapes), results.getShapes());
    }
  }

  private static NDList zeros(NDManager manager, DataType type, Shape... shapes) {
    NDList zeros = new NDList();
    for (Shape shape : shapes) {
      zeros.add(manager.zeros(shape, type));
    }
    return zeros;
  }

  @Override
  public final Shape[] getOutputShapes(Shape[] inputShapes) {
    List<Shape> inputs = List.of(inputShapes);
    if (!isInitialized() && !outputs.containsKey(inputs)) {
      throw new IllegalStateException("initialize the block first: its shapes follow from a run");
    }
    return outputs.computeIfAbsent(inputs, shapes -> shapesOf(inputShapes)).clone();
  }

  private Shape[] shapesOf(Shape[] inputShapes) {
    try (NDManager zeros = NDManager.newBaseManager()) {
      NDList inputs = zeros(zeros, DataType.FLOAT32, inputShapes);
      ParameterStore parameters = new ParameterStore(zeros, false);
      return run(inputs, new Pass(parameters, false, null, null, inputs)).getShapes();
    }
  }

  /** One run through a block. */
  protected static final class Pass {
    private final ParameterStore parameters;
    private final boolean training;
    private final PairList<String, Object> options;
    private final NDManager initializing;
    private final NDList inputs;
    private final NDList outputs = new NDList();

    private Pass(
        ParameterStore parameters,
        boolean training,
        PairList<String, Object> options,
        NDManager initializing,
        NDList inputs) {
      this.parameters = parameters;
      this.training = training;
      this.options = options;
      this.initializing = initializing;
      this.inputs = inputs;
    }

    /** Whether the network is being trained. */
    public boolean training() {
      return training;
    }

    /** The array that the block was given beside its input, from 0. */
    public NDArray value(int index) {
      return inputs.get(index + 1);
    }

    /** Hands out a further result of the network, after the results so far. */
    public void output(String name, NDArray result) {
      result.setName(name);
      outputs.add(result);
    }

    /** Runs {@code block} on {@code x}, beside which it may read further arrays. */
    public NDArray apply(Block block, NDArray x, NDArray... values) {
      NDList all = new NDList(x);
      all.addAll(Arrays.asList(values));
      if (initializing != null) {
        block.initialize(initializing, x.getDataType(), all.getShapes());
        if (block instanceof NetBlock) {
          // It has just run itself; to run it again at every level would double the work of each.
          Shape[] shapes = ((NetBlock) block).outputs.get(List.of(all.getShapes()));
          return result(zeros(x.getManager(), x.getDataType(), shapes));
        }
      }
      NDArray result = result(block.forward(parameters, all, training, options));
      if (options != null) {
        all.add(result);
        observe(block, all);
      }
      return result;
    }

    @SuppressWarnings("unchecked") // an option has no type
    private void observe(Block block, NDList arrays) {
      Object observer = options.get(OBSERVER);
      if (observer != null) {
        ((BiConsumer<Block, NDList>) observer).accept(block, arrays);
      }
    }

    private NDArray result(NDList results) {
      outputs.addAll(results.subNDList(1));
      return results.head();
    }
  }
}
