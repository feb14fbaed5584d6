package sec.compiler.operators;

import static sec.compiler.operators.Definition.optional;
import static sec.compiler.values.Type.INTEGER;
import static sec.compiler.values.Type.REAL;
import static sec.compiler.values.Type.STRING;

import java.util.List;
import sec.compiler.diagnostics.Code;

/** Operators that join branches. */
final class Merges {
  private Merges() {}

  private static final String BRANCHES = "a | b | ...";

  static final Definition ADD =
      elementwise(
          "the sum; sizes are equal or 1, a vector counts as [C, 1, 1]", Primitive.Elementwise.ADD);

  static final Definition MUL =
      elementwise("the product, sizes as for add", Primitive.Elementwise.MUL);

  static final Definition SUB =
      elementwise(
          "the first, less each of the others, sizes as for add", Primitive.Elementwise.SUB);

  static final Definition DIV =
      elementwise(
          "the first, divided by each of the others, sizes as for add", Primitive.Elementwise.DIV);

  static final Definition MAX =
      elementwise("the largest at each place, sizes as for add", Primitive.Elementwise.MAX);

  static final Definition CONCAT =
      new Definition(
          "one after the other along an axis; the other sizes are equal",
          BRANCHES,
          (a, branches) -> {
            Axis axis = Axis.valueOf(a.word("axis", Axis.NAMES));
            return branches.getFirst().draft().add(new Primitive.Concat(axis.index()), branches);
          },
          List.of(optional("axis", STRING, "\"C\"", "\"C\", \"H\" or \"W\"")));

  static final Definition ATTEND =
      new Definition(
          "attention over places, softmax(scale * q k) v: each place of q, [D, H, W], gets the mean"
              + " of v, [E, H', W'], weighted by how k, [D, H', W'], agrees with it: [E, H, W]",
          "q | k | v",
          Merges::attend,
          List.of(
              optional("heads", INTEGER, "1", "groups of channels that attend by themselves"),
              optional("scale", REAL, "none", "none: 1/sqrt(D/heads)")));

  private static Definition elementwise(String summary, Primitive join) {
    return new Definition(
        summary,
        BRANCHES,
        (a, branches) -> branches.getFirst().draft().add(join, branches),
        List.of());
  }

  private static Wire attend(Arguments a, List<Wire> branches) throws ShapeException {
    if (branches.size() != 3) {
      throw new ShapeException(
          branches.size() < 3 ? Code.E127 : Code.E126,
          "attend needs three branches, q | k | v, but gets " + branches.size(),
          "write attend(conv(C) | conv(C) | conv(C))");
    }
    Wire q = branches.get(0);
    Wire k = branches.get(1);
    Wire v = branches.get(2);
    for (Wire branch : branches) {
      ShapeRules.map("attend", List.of(branch.shape()), ShapeRules.BEFORE_VECTOR);
    }
    requireAgreement(q.shape(), k.shape(), v.shape());
    int heads = a.integer("heads", 1);
    ShapeRules.divides("attend", "channels", q.shape().channels(), heads);
    ShapeRules.divides("attend", "channels", v.shape().channels(), heads);
    double width = q.shape().channels() / (double) heads;
    double scale = a.has("scale") ? a.real("scale") : 1 / Math.sqrt(width);
    Wire weights =
        heads(q, heads)
            .permute(0, 2, 1)
            .affine(scale, 0)
            .join(new Reduction.MatMul(), heads(k, heads))
            .softmax(2);
    Shape out = Shape.of(v.shape().channels(), q.shape().height(), q.shape().width());
    return weights
        .join(new Reduction.MatMul(), heads(v, heads).permute(0, 2, 1))
        .permute(0, 2, 1)
        .reshape(out);
  }

  /** {@code [heads, C / heads, H * W]}. */
  private static Wire heads(Wire x, int heads) throws ShapeException {
    Shape in = x.shape();
    return x.reshape(heads, in.channels() / heads, in.height() * in.width());
  }

  private static void requireAgreement(Shape q, Shape k, Shape v) throws ShapeException {
    if (q.channels() != k.channels()) {
      throw new ShapeException(
          Code.E204,
          "attend needs q and k of one number of channels, but they are " + q + " and " + k,
          null);
    }
    if (k.height() != v.height() || k.width() != v.width()) {
      throw new ShapeException(
          Code.E204,
          "attend needs k and v of one height and width, but they are " + k + " and " + v,
          "pool both or neither");
    }
  }
}
