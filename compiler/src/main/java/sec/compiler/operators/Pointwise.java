package sec.compiler.operators;

import java.util.List;

/** Primitives on single elements that have numbers, given or learned. */
public sealed interface Pointwise extends Primitive {

  @Override
  default Shape output(List<Shape> inputs) throws ShapeException {
    return inputs.getFirst();
  }

  /**
   * {@code scale * x + shift}.
   *
   * @param scale any number
   * @param shift any number
   */
  record Affine(double scale, double shift) implements Pointwise {
    @Override
    public String word() {
      return "affine";
    }
  }

  /**
   * {@code min(max(x, low), high)}.
   *
   * @param low the least result
   * @param high the greatest
   */
  record Clip(double low, double high) implements Pointwise {
    @Override
    public String word() {
      return "clip";
    }
  }

  /**
   * x where it is at least 0, {@code slope * x} elsewhere (Maas et al. 2013).
   *
   * @param slope any number
   */
  record LeakyRelu(double slope) implements Pointwise {
    @Override
    public String word() {
      return "leaky_relu";
    }
  }

  /**
   * {@code x^exponent}, of numbers above 0.
   *
   * @param exponent any number
   */
  record Power(double exponent) implements Pointwise {
    @Override
    public String word() {
      return "power";
    }
  }

  /**
   * x where it is at least 0, a learned multiple elsewhere (He et al. 2015). Weight {@code [1]} or
   * {@code [C]}.
   *
   * @param shared whether all channels have one slope
   */
  record Prelu(boolean shared) implements Pointwise {
    @Override
    public String word() {
      return "prelu";
    }

    @Override
    public List<TensorSpec> tensors(List<Shape> inputs) {
      Shape slopes = Shape.of(shared ? 1 : inputs.getFirst().channels());
      return List.of(TensorSpec.parameter("weight", slopes, new Initializer.Constant(0.25)));
    }
  }

  /**
   * {@code weight * x + bias}, learned for each channel. Weight and bias {@code [C]}.
   *
   * @param init what the weight starts as
   */
  record ChannelAffine(double init) implements Pointwise {
    @Override
    public String word() {
      return "channel_affine";
    }

    @Override
    public List<TensorSpec> tensors(List<Shape> inputs) {
      Shape channels = Shape.of(inputs.getFirst().channels());
      return List.of(
          TensorSpec.parameter("weight", channels, new Initializer.Constant(init)),
          TensorSpec.parameter("bias", channels, new Initializer.Constant(0)));
    }
  }
}
