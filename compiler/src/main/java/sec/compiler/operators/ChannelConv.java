package sec.compiler.operators;

import java.util.List;

/**
 * 1-D convolution along the channels of a vector, zero padding that keeps its size (ECA; Wang et
 * al. 2020). Weight {@code [1, 1, k]}.
 *
 * @param kernel odd
 * @param bias whether a bias is added
 * @param init name of the initialiser
 */
public record ChannelConv(int kernel, boolean bias, String init) implements Primitive {
  @Override
  public String word() {
    return "channel_conv";
  }

  @Override
  public Shape output(List<Shape> inputs) throws ShapeException {
    return ShapeRules.vector(word(), inputs);
  }

  @Override
  public List<TensorSpec> tensors(List<Shape> inputs) {
    TensorSpec weight =
        TensorSpec.parameter(
            "weight", Shape.of(1, 1, kernel), Initializer.weight(init, kernel, kernel));
    return bias
        ? List.of(weight, TensorSpec.parameter("bias", Shape.of(1), Initializer.bias(init, kernel)))
        : List.of(weight);
  }

  @Override
  public long macs(List<Shape> inputs, Shape output) {
    return output.size() * kernel;
  }
}
