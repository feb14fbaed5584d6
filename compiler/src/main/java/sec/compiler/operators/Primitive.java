package sec.compiler.operators;

import java.util.List;
import sec.compiler.diagnostics.Code;

/**
 * An operator that every backend knows. All others are graphs of these. Each says its shape rule,
 * the tensors it owns and its cost here; its meaning is in each backend, and in the naive
 * interpreter of the test tree. A new one does not compile until all of them have it.
 */
public sealed interface Primitive
    permits Primitive.Input,
        Primitive.Conv,
        Primitive.Linear,
        Primitive.BatchNorm,
        Primitive.Activation,
        Primitive.GlobalPool,
        Primitive.MaxPool,
        Primitive.AvgPool,
        Primitive.Flatten,
        Primitive.Dropout,
        Primitive.Elementwise,
        Primitive.Concat,
        Primitive.DropPath,
        Arrangement,
        Pointwise,
        Reduction,
        Resize,
        ConvTranspose,
        ChannelConv {

  /** Its name, as in paths and reports. */
  String word();

  /** The shape of its result. */
  Shape output(List<Shape> inputs) throws ShapeException;

  /** The tensors it owns, in the order in which files list them. */
  default List<TensorSpec> tensors(List<Shape> inputs) {
    return List.of();
  }

  /**
   * Multiply-adds for one sample; only convolutions, fully connected layers and the matrix products
   * of {@code attend} count any.
   */
  default long macs(List<Shape> inputs, Shape output) {
    return 0;
  }

  /**
   * The image or vector that comes in.
   *
   * @param shape its shape
   */
  record Input(Shape shape) implements Primitive {
    @Override
    public String word() {
      return "input";
    }

    @Override
    public Shape output(List<Shape> inputs) {
      return shape;
    }
  }

  /**
   * 2-D convolution (cross-correlation), zero padding. Weight {@code [out, C/groups, kh, kw]}.
   *
   * @param out output channels
   * @param vertical the window along H
   * @param horizontal the window along W
   * @param groups independent slices of the channels
   * @param bias whether a bias is added
   * @param init name of the initialiser
   */
  record Conv(int out, Window vertical, Window horizontal, int groups, boolean bias, String init)
      implements Primitive {
    @Override
    public String word() {
      return "conv";
    }

    @Override
    public Shape output(List<Shape> inputs) throws ShapeException {
      Shape in =
          ShapeRules.map("conv", inputs, "flatten and gap give vectors: put conv before them");
      ShapeRules.divides("conv", "input channels", in.channels(), groups);
      ShapeRules.divides("conv", "output channels", out, groups);
      return Shape.of(
          out, vertical.output(in.height(), "conv"), horizontal.output(in.width(), "conv"));
    }

    @Override
    public List<TensorSpec> tensors(List<Shape> inputs) {
      int in = inputs.getFirst().channels() / groups;
      long area = (long) vertical.kernel() * horizontal.kernel();
      long fanIn = in * area;
      TensorSpec weight =
          TensorSpec.parameter(
              "weight",
              Shape.of(out, in, vertical.kernel(), horizontal.kernel()),
              Initializer.weight(init, fanIn, out * area));
      return bias
          ? List.of(
              weight, TensorSpec.parameter("bias", Shape.of(out), Initializer.bias(init, fanIn)))
          : List.of(weight);
    }

    @Override
    public long macs(List<Shape> inputs, Shape output) {
      long perElement =
          (long) inputs.getFirst().channels() / groups * vertical.kernel() * horizontal.kernel();
      return Math.multiplyExact(output.size(), perElement);
    }
  }

  /**
   * Fully connected layer. Weight {@code [out, C/groups]}.
   *
   * @param out size of the result
   * @param groups independent slices of the input and of the result
   * @param bias whether a bias is added
   * @param init name of the initialiser
   */
  record Linear(int out, int groups, boolean bias, String init) implements Primitive {
    /** In which every output reads every input. */
    public Linear(int out, boolean bias, String init) {
      this(out, 1, bias, init);
    }

    @Override
    public String word() {
      return "fc";
    }

    @Override
    public Shape output(List<Shape> inputs) throws ShapeException {
      Shape in = ShapeRules.vector("fc", inputs);
      ShapeRules.divides("fc", "inputs", in.channels(), groups);
      ShapeRules.divides("fc", "outputs", out, groups);
      return Shape.of(out);
    }

    @Override
    public List<TensorSpec> tensors(List<Shape> inputs) {
      int in = inputs.getFirst().channels() / groups;
      TensorSpec weight =
          TensorSpec.parameter("weight", Shape.of(out, in), Initializer.weight(init, in, out));
      return bias
          ? List.of(weight, TensorSpec.parameter("bias", Shape.of(out), Initializer.bias(init, in)))
          : List.of(weight);
    }

    @Override
    public long macs(List<Shape> inputs, Shape output) {
      return (long) inputs.getFirst().channels() / groups * out;
    }
  }

  /**
   * Batch normalisation over each channel (Ioffe, Szegedy 2015): with a batch's own mean and biased
   * variance while training, with the running ones afterwards.
   *
   * @param eps added to the variance
   * @param momentum share of the new batch in the running statistics (PyTorch's meaning)
   * @param init what the weight starts as
   */
  record BatchNorm(double eps, double momentum, double init) implements Primitive {
    /** With a weight that starts at 1. */
    public BatchNorm(double eps, double momentum) {
      this(eps, momentum, 1);
    }

    @Override
    public String word() {
      return "bn";
    }

    @Override
    public Shape output(List<Shape> inputs) {
      return inputs.getFirst();
    }

    @Override
    public List<TensorSpec> tensors(List<Shape> inputs) {
      Shape channels = Shape.of(inputs.getFirst().channels());
      return List.of(
          TensorSpec.parameter("weight", channels, new Initializer.Constant(init)),
          TensorSpec.parameter("bias", channels, new Initializer.Constant(0)),
          TensorSpec.buffer("running_mean", channels, 0),
          TensorSpec.buffer("running_var", channels, 1));
    }
  }

  /** A function of each element. */
  enum Activation implements Primitive {
    /** max(x, 0). */
    RELU("relu"),
    /** 1/(1 + exp(-x)). */
    SIGMOID("sigmoid"),
    /** (exp(x) - exp(-x))/(exp(x) + exp(-x)). */
    TANH("tanh"),
    /** The error function, 2/sqrt(pi) times the integral of exp(-t^2) from 0 to x. */
    ERF("erf"),
    /** log(1 + exp(x)). */
    SOFTPLUS("softplus");

    private final String word;

    Activation(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }

    @Override
    public Shape output(List<Shape> inputs) {
      return inputs.getFirst();
    }
  }

  /** One number for each channel of a map: {@code [C, H, W]} to {@code [C]}. */
  enum GlobalPool implements Primitive {
    /** The mean over H and W. */
    AVERAGE("gap"),
    /** The maximum over H and W. */
    MAXIMUM("gmp");

    private final String word;

    GlobalPool(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }

    @Override
    public Shape output(List<Shape> inputs) throws ShapeException {
      return Shape.of(
          ShapeRules.map(word, inputs, "it is already one number for each channel: leave it out")
              .channels());
    }
  }

  /**
   * The maximum of each window; padding never wins.
   *
   * @param vertical the window along H
   * @param horizontal the window along W
   */
  record MaxPool(Window vertical, Window horizontal) implements Primitive {
    @Override
    public String word() {
      return "maxpool";
    }

    @Override
    public Shape output(List<Shape> inputs) throws ShapeException {
      return ShapeRules.pooled("maxpool", vertical, horizontal, inputs);
    }
  }

  /**
   * The mean of each window.
   *
   * @param vertical the window along H
   * @param horizontal the window along W
   * @param countIncludePad whether the zeros of the padding count (never those past it that {@code
   *     ceil} brings)
   */
  record AvgPool(Window vertical, Window horizontal, boolean countIncludePad) implements Primitive {
    @Override
    public String word() {
      return "avgpool";
    }

    @Override
    public Shape output(List<Shape> inputs) throws ShapeException {
      return ShapeRules.pooled("avgpool", vertical, horizontal, inputs);
    }
  }

  /** A map as one vector, channel by channel, row by row. */
  record Flatten() implements Primitive {
    @Override
    public String word() {
      return "flatten";
    }

    @Override
    public Shape output(List<Shape> inputs) throws ShapeException {
      long size = inputs.getFirst().size();
      if (size > Integer.MAX_VALUE) {
        throw new ShapeException(
            Code.E212, "flatten gives a vector of " + size + ", beyond the limit", null);
      }
      return Shape.of((int) size);
    }
  }

  /**
   * While training, sets elements to 0 with probability {@code rate} and scales the others by 1/(1
   * - rate); nothing afterwards.
   *
   * @param rate from 0 up to, not including, 1
   */
  record Dropout(double rate) implements Primitive {
    @Override
    public String word() {
      return "dropout";
    }

    @Override
    public Shape output(List<Shape> inputs) {
      return inputs.getFirst();
    }
  }

  /**
   * While training, sets a whole sample to 0 with probability {@code rate} and scales the others by
   * 1/(1 - rate); nothing afterwards (stochastic depth; Huang et al. 2016).
   *
   * @param rate from 0 up to, not including, 1
   */
  record DropPath(double rate) implements Primitive {
    @Override
    public String word() {
      return "drop_path";
    }

    @Override
    public Shape output(List<Shape> inputs) {
      return inputs.getFirst();
    }
  }

  /**
   * Joins values of shapes that broadcast: dimensions equal or 1, a vector as {@code [C, 1, 1]}.
   */
  enum Elementwise implements Primitive {
    /** The sum. */
    ADD("add"),
    /** The product. */
    MUL("mul"),
    /** The first, less the others. */
    SUB("sub"),
    /** The first, by the product of the others. */
    DIV("div"),
    /** The largest. */
    MAX("max");

    private final String word;

    Elementwise(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }

    @Override
    public Shape output(List<Shape> inputs) throws ShapeException {
      return ShapeRules.broadcast(word, inputs);
    }
  }

  /**
   * Stacks along one axis.
   *
   * @param axis of a sample, from 0
   */
  record Concat(int axis) implements Primitive {
    @Override
    public String word() {
      return "concat";
    }

    @Override
    public Shape output(List<Shape> inputs) throws ShapeException {
      return ShapeRules.stacked("concat", axis, inputs);
    }
  }
}
