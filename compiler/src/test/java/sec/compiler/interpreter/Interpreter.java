package sec.compiler.interpreter;

import java.util.ArrayList;
import java.util.List;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.operators.Arrangement;
import sec.compiler.operators.ChannelConv;
import sec.compiler.operators.ConvTranspose;
import sec.compiler.operators.Pointwise;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Reduction;
import sec.compiler.operators.Resize;
import sec.compiler.weights.Tensor;
import sec.compiler.weights.Weights;

/**
 * Computes a network in double precision, straight from the definitions of its primitives. It
 * shares no code with any backend, and neither shape rules nor window arithmetic with the compiler.
 */
public final class Interpreter {

  /** What the network is doing. */
  public enum Mode {
    /** BN uses its running statistics. */
    EVALUATION,
    /**
     * BN uses the batch's own statistics; dropout and drop_path are left out, so that there is one
     * answer.
     */
    TRAINING
  }

  private Interpreter() {}

  /** The result of {@code network} in evaluation. */
  public static Batch logits(Network network, Weights weights, Batch input) {
    return run(network, weights, input, Mode.EVALUATION).get(network.output());
  }

  /** The value of every node, by its id. */
  public static List<Batch> run(Network network, Weights weights, Batch input, Mode mode) {
    List<Batch> values = new ArrayList<>();
    for (Node node : network.nodes()) {
      List<Batch> inputs = node.inputs().stream().map(values::get).toList();
      List<Tensor> tensors = node.parameters().stream().map(p -> weights.get(p.path())).toList();
      Batch value =
          apply(node.primitive(), inputs.isEmpty() ? List.of(input) : inputs, tensors, mode);
      if (!value.shape().equals(node.shape())) {
        throw new IllegalStateException(
            "%s is %s by its definition, but the network says %s"
                .formatted(node.path(), value.shape(), node.shape()));
      }
      values.add(value);
    }
    return values;
  }

  /** The input alone reads no node; it gets the batch itself. */
  private static Batch apply(
      Primitive primitive, List<Batch> inputs, List<Tensor> tensors, Mode mode) {
    Batch x = inputs.getFirst();
    return switch (primitive) {
      case Primitive.Input input -> x;
      case Primitive.Conv conv -> Layers.conv(conv, x, tensors);
      case Primitive.Linear linear -> Layers.linear(linear, x, tensors);
      case Primitive.BatchNorm bn -> Layers.batchNorm(bn, x, tensors, mode);
      case Primitive.Activation activation -> Elements.activation(activation, x);
      case Primitive.GlobalPool pool -> Pools.global(pool, x);
      case Primitive.MaxPool pool -> Pools.maximum(pool, x);
      case Primitive.AvgPool pool -> Pools.average(pool, x);
      case Primitive.Flatten flatten -> Elements.flatten(x);
      case Primitive.Dropout dropout -> x;
      case Primitive.DropPath path -> x;
      case Primitive.Elementwise merge -> Elements.merge(merge, inputs);
      case Primitive.Concat concat -> Elements.concat(concat, inputs);
      case Arrangement arrangement -> Arrangements.of(arrangement, x);
      case Pointwise pointwise -> Elements.pointwise(pointwise, x, tensors);
      case Reduction.Reduce reduce -> Reductions.reduce(reduce, x);
      case Reduction.Softmax softmax -> Reductions.softmax(softmax, x);
      case Reduction.MatMul product -> Reductions.product(x, inputs.getLast());
      case Resize resize -> Arrangements.resize(resize, x);
      case ConvTranspose conv -> Layers.transposed(conv, x, tensors);
      case ChannelConv conv -> Layers.alongChannels(conv, x, tensors);
    };
  }
}
