package sec.compiler.backend.onnx;

import java.util.List;
import sec.compiler.onnx.AttributeProto;
import sec.compiler.operators.Reduction;

/** Lowers what brings the numbers along axes together. */
final class ReductionLowering {
  private ReductionLowering() {}

  static void lower(Site site, Reduction reduction) {
    switch (reduction) {
      case Reduction.Reduce reduce -> reduce(site, reduce);
      case Reduction.Softmax softmax ->
          site.result("Softmax", site.inputs(), Attributes.integer("axis", softmax.axis() + 1));
      case Reduction.MatMul ignored -> site.result("MatMul", site.inputs());
    }
  }

  /** Over the places of a map, as global pooling, which runtimes know how to do in place. */
  private static void reduce(Site site, Reduction.Reduce reduce) {
    boolean places = site.shapes().getFirst().isMap() && reduce.axes().equals(List.of(1, 2));
    if (places && reduce.kind() != Reduction.Kind.SUM) {
      boolean mean = reduce.kind() == Reduction.Kind.MEAN;
      site.result(mean ? "GlobalAveragePool" : "GlobalMaxPool", site.inputs());
      return;
    }
    along(site, reduce);
  }

  /** In operator set 17 the axes are an attribute, but for the sum they are an input. */
  private static void along(Site site, Reduction.Reduce reduce) {
    long[] axes = reduce.axes().stream().mapToLong(axis -> axis + 1).toArray();
    AttributeProto attribute = Attributes.integers("axes", axes);
    switch (reduce.kind()) {
      case MEAN -> site.result("ReduceMean", site.inputs(), attribute);
      case MAX -> site.result("ReduceMax", site.inputs(), attribute);
      case SUM ->
          site.result(
              "ReduceSum", List.of(site.input(), site.graph().integers(site.local("axes"), axes)));
    }
  }
}
