package sec.compiler.operators;

import static sec.compiler.operators.Definition.graph;
import static sec.compiler.operators.Definition.optional;
import static sec.compiler.operators.Definition.primitive;
import static sec.compiler.operators.Definition.required;
import static sec.compiler.operators.Primitive.Activation.ERF;
import static sec.compiler.values.Type.BOOLEAN;
import static sec.compiler.values.Type.REAL;

/** Operators on single elements, of a map or a vector. */
final class Activations {
  private Activations() {}

  static final Definition RELU =
      primitive("max(x, 0) of each element", (a, in) -> Primitive.Activation.RELU);

  static final Definition RELU6 =
      primitive("min(max(x, 0), 6) of each element", (a, in) -> new Pointwise.Clip(0, 6));

  static final Definition PRELU =
      primitive(
          "x where it is at least 0, a learned multiple of it elsewhere, at first 0.25",
          (a, in) -> new Pointwise.Prelu(a.flag("shared")),
          optional("shared", BOOLEAN, "true", "one slope for all channels, not one for each"));

  static final Definition LEAKY_RELU =
      primitive(
          "x where it is at least 0, slope*x elsewhere",
          (a, in) -> new Pointwise.LeakyRelu(a.real("slope")),
          optional("slope", REAL, "0.01", "of what is below 0"));

  static final Definition SIGMOID =
      primitive("1/(1 + exp(-x)) of each element", (a, in) -> Primitive.Activation.SIGMOID);

  static final Definition HARD_SIGMOID =
      graph("relu6(x + 3)/6 of each element", (a, x) -> hardSigmoid(x));

  static final Definition TANH =
      primitive("the hyperbolic tangent of each element", (a, in) -> Primitive.Activation.TANH);

  static final Definition SILU =
      graph(
          "x*sigmoid(x) of each element, also called swish",
          (a, x) -> x.times(x.then(Primitive.Activation.SIGMOID)));

  static final Definition HARD_SWISH =
      graph("x*relu6(x + 3)/6 of each element", (a, x) -> x.times(hardSigmoid(x)));

  static final Definition GELU =
      graph(
          "x*(1 + erf(x/sqrt(2)))/2 of each element, exact",
          (a, x) -> x.times(x.affine(Math.sqrt(0.5), 0).then(ERF).affine(0.5, 0.5)));

  static final Definition MISH =
      graph(
          "x*tanh(log(1 + exp(x))) of each element",
          (a, x) -> x.times(x.then(Primitive.Activation.SOFTPLUS).then(Primitive.Activation.TANH)));

  static final Definition SCALE_BY =
      graph(
          "a*x of each element", (a, x) -> x.affine(a.real("a"), 0), required("a", REAL, "factor"));

  static final Definition AFFINE =
      graph(
          "a*x + b of each element",
          (a, x) -> x.affine(a.real("a"), a.real("b")),
          required("a", REAL, "factor"),
          required("b", REAL, "what is added"));

  static final Definition DROPOUT =
      primitive(
          "while training, drops elements and scales up the rest",
          (a, in) -> new Primitive.Dropout(a.real("rate", 0, 1)),
          optional("rate", REAL, "0.5", "probability of dropping, 0 up to below 1"));

  static final Definition DROP_PATH =
      primitive(
          "while training, drops whole samples and scales up the rest: stochastic depth, at the end"
              + " of a residual branch",
          (a, in) -> new Primitive.DropPath(a.real("rate", 0, 1)),
          required("rate", REAL, "probability of dropping, 0 up to below 1"));

  private static Wire hardSigmoid(Wire x) throws ShapeException {
    return x.affine(1 / 6.0, 0.5).then(new Pointwise.Clip(0, 1));
  }
}
