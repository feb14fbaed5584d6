package sec.compiler.operators;

import static sec.compiler.operators.Definition.graph;
import static sec.compiler.operators.Definition.optional;
import static sec.compiler.values.Type.BOOLEAN;
import static sec.compiler.values.Type.INTEGER;
import static sec.compiler.values.Type.REAL;
import static sec.compiler.values.Type.STRING;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;

/** Operators in which numbers of several places meet. */
final class Reductions {
  private Reductions() {}

  private static final List<String> PLACES = List.of("HW", "H", "W");
  private static final List<String> AXES = List.of("C", "HW", "H", "W");

  private static final Operator.Parameter OVER =
      optional("over", STRING, "\"HW\"", "\"HW\", \"H\" or \"W\"");

  static final Definition MEAN =
      graph(
          "the mean over H, W or both, which keep a size of 1: [C, H, W] to [C, 1, 1], [C, 1, W] or"
              + " [C, H, 1]",
          (a, x) -> reduced("mean", Reduction.Kind.MEAN, a, x),
          OVER);

  static final Definition SUM =
      graph(
          "the sum over H, W or both, which keep a size of 1",
          (a, x) -> reduced("sum", Reduction.Kind.SUM, a, x),
          OVER);

  static final Definition GSTD =
      graph(
          "the standard deviation of each channel over H and W, sqrt(variance + eps), [C, H, W] to"
              + " [C]; biased as in the SRM paper unless asked",
          Reductions::deviation,
          optional("eps", REAL, "1e-5", "added to the variance"),
          optional("unbiased", BOOLEAN, "false", "by H*W - 1 instead of H*W"));

  static final Definition CHANNEL_MEAN =
      graph(
          "the mean over the channels, [C, H, W] to [1, H, W]",
          (a, x) -> overChannels("channel_mean", Reduction.Kind.MEAN, x));

  static final Definition CHANNEL_MAX =
      graph(
          "the maximum over the channels, [C, H, W] to [1, H, W]",
          (a, x) -> overChannels("channel_max", Reduction.Kind.MAX, x));

  static final Definition SOFTMAX =
      graph(
          "softmax over the channels, over places, or across groups of channels, of a map or a"
              + " vector",
          Reductions::softmax,
          optional("over", STRING, "\"C\"", "\"C\", \"HW\", \"H\" or \"W\""),
          optional(
              "groups", INTEGER, "none", "across so many groups of C/groups channels each, as SK"));

  static final Definition FOLD =
      graph(
          "the sum of groups of channels, [groups*C, H, W] to [C, H, W], or of a vector",
          Reductions::fold,
          Definition.required("groups", INTEGER, "how many are added up"));

  private static Wire reduced(String operator, Reduction.Kind kind, Arguments a, Wire x)
      throws ShapeException {
    ShapeRules.map(operator, List.of(x.shape()), ShapeRules.BEFORE_VECTOR);
    return x.then(new Reduction.Reduce(kind, axes(a.word("over", PLACES))));
  }

  private static List<Integer> axes(String over) {
    return over.chars().mapToObj(c -> Axis.valueOf(Character.toString(c)).index()).toList();
  }

  private static Wire overChannels(String operator, Reduction.Kind kind, Wire x)
      throws ShapeException {
    ShapeRules.map(operator, List.of(x.shape()), ShapeRules.BEFORE_VECTOR);
    return x.then(new Reduction.Reduce(kind, List.of(0)));
  }

  private static Wire deviation(Arguments a, Wire x) throws ShapeException {
    @Nullable String help = "a vector has one number for each channel, and they do not deviate";
    Shape in = ShapeRules.map("gstd", List.of(x.shape()), help);
    double places = (double) in.height() * in.width();
    double correction = 1;
    if (a.flag("unbiased")) {
      if (places == 1) {
        throw new ShapeException(
            Code.E207, "gstd(unbiased = true) needs more than one place, but H and W are 1", null);
      }
      correction = places / (places - 1);
    }
    Wire centred = x.minus(x.mean(1, 2));
    return centred
        .times(centred)
        .mean(1, 2)
        .affine(correction, a.real("eps", 0, 1))
        .squareRoot()
        .reshape(in.channels());
  }

  private static Wire softmax(Arguments a, Wire x) throws ShapeException {
    String over = a.word("over", AXES);
    if (a.has("groups")) {
      int groups = a.integer("groups", 1);
      if (!over.equals("C")) {
        throw new ShapeException(
            Code.E207,
            "softmax goes over \"" + over + "\" or across groups of channels, not both",
            "leave one of them out");
      }
      return x.grouped("softmax", groups).softmax(0).reshape(x.shape());
    }
    if (over.equals("C")) {
      return x.softmax(0);
    }
    Shape in = ShapeRules.map("softmax over \"" + over + "\"", List.of(x.shape()), null);
    return over.equals("HW")
        ? x.reshape(in.channels(), in.height() * in.width()).softmax(1).reshape(in)
        : x.softmax(axes(over).getFirst());
  }

  private static Wire fold(Arguments a, Wire x) throws ShapeException {
    Wire grouped = x.grouped("fold", a.integer("groups", 1));
    List<Integer> rest = new ArrayList<>();
    IntStream.range(1, grouped.shape().rank()).forEach(i -> rest.add(grouped.shape().get(i)));
    return grouped.sum(0).reshape(new Shape(rest));
  }
}
