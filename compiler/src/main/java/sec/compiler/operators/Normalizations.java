package sec.compiler.operators;

import static sec.compiler.operators.Definition.graph;
import static sec.compiler.operators.Definition.optional;
import static sec.compiler.operators.Definition.primitive;
import static sec.compiler.operators.Definition.required;
import static sec.compiler.values.Type.INTEGER;
import static sec.compiler.values.Type.REAL;
import static sec.compiler.values.Type.STRING;

import java.util.List;
import java.util.stream.IntStream;
import sec.compiler.diagnostics.Code;

/** Normalisation. */
final class Normalizations {
  private Normalizations() {}

  private static final List<String> STARTS = List.of("ones", "zeros");

  private static final Operator.Parameter EPS =
      optional("eps", REAL, "1e-5", "added to the variance");

  private static final Operator.Parameter INIT =
      optional("init", STRING, "\"ones\"", "what the weight starts as: ones or zeros");

  static final Definition BN =
      primitive(
          "batch normalisation over each channel, of a map or a vector",
          (a, in) ->
              new Primitive.BatchNorm(a.real("eps", 0, 1), a.real("momentum", 0, 1), init(a)),
          EPS,
          optional("momentum", REAL, "0.1", "share of the new batch in the running statistics"),
          INIT);

  static final Definition LN =
      graph(
          "layer normalisation over the channels, of a vector, or of a map at each place by itself;"
              + " for all of C, H and W together write gn(1)",
          (a, x) -> learned(a, standardized("ln", x, a, 0)),
          EPS,
          INIT);

  static final Definition GN =
      graph(
          "group normalisation over H, W and the channels of each group, of a map or a vector",
          Normalizations::groupNorm,
          required("groups", INTEGER, "of channels"),
          EPS,
          INIT);

  static final Definition LRN =
      graph(
          "local response normalisation, x/(k + alpha*m)^beta, m the mean square over size channels"
              + " around, with zeros past the ends",
          Normalizations::localResponse,
          optional("size", INTEGER, "5", "channels that count, odd"),
          optional("alpha", REAL, "1e-4", "of the mean, as in PyTorch, not of the sum"),
          optional("beta", REAL, "0.75", "exponent"),
          optional("k", REAL, "1", "what keeps it from 0"));

  private static double init(Arguments a) throws ShapeException {
    return a.word("init", STARTS).equals("ones") ? 1 : 0;
  }

  private static Wire groupNorm(Arguments a, Wire x) throws ShapeException {
    Wire grouped = x.grouped("gn", a.integer("groups", 1));
    Integer[] axes = IntStream.range(1, grouped.shape().rank()).boxed().toArray(Integer[]::new);
    return learned(a, standardized("gn", grouped, a, axes).reshape(x.shape()));
  }

  private static Wire learned(Arguments a, Wire x) throws ShapeException {
    return x.then(new Pointwise.ChannelAffine(init(a)));
  }

  /** x less its mean, by the square root of its biased variance plus eps. */
  private static Wire standardized(String operator, Wire x, Arguments a, Integer... axes)
      throws ShapeException {
    if (List.of(axes).stream().allMatch(axis -> x.shape().get(axis) == 1)) {
      throw new ShapeException(
          Code.E207,
          operator + " would normalise single numbers here, and make each of them 0",
          "give it more channels, or larger groups");
    }
    Wire centred = x.minus(x.mean(axes));
    Wire variance = centred.times(centred).mean(axes);
    return centred.over(variance.affine(1, a.real("eps", 0, 1)).squareRoot());
  }

  private static Wire localResponse(Arguments a, Wire x) throws ShapeException {
    Shape in = ShapeRules.map("lrn", List.of(x.shape()), ShapeRules.BEFORE_VECTOR);
    int size = a.odd("size");
    Window channels = new Window(size, 1, size / 2, 1, false);
    Window places = new Window(1, 1, 0, 1, false);
    Wire mean =
        x.times(x)
            .reshape(1, in.channels(), in.height() * in.width())
            .then(new Primitive.AvgPool(channels, places, true))
            .reshape(in);
    return x.over(
        mean.affine(a.real("alpha"), a.real("k")).then(new Pointwise.Power(a.real("beta"))));
  }
}
