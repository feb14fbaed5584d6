package sec.compiler.backend.onnx;

import java.util.List;
import sec.compiler.operators.Pointwise;

/** Lowers functions of single elements that have numbers. */
final class PointwiseLowering {
  private PointwiseLowering() {}

  static void lower(Site site, Pointwise pointwise) {
    OnnxGraph graph = site.graph();
    switch (pointwise) {
      case Pointwise.Affine affine -> affine(site, affine);
      case Pointwise.Clip clip ->
          site.result(
              "Clip", List.of(site.input(), graph.real(clip.low()), graph.real(clip.high())));
      case Pointwise.LeakyRelu relu ->
          site.result("LeakyRelu", site.inputs(), Attributes.real("alpha", relu.slope()));
      case Pointwise.Power power -> power(site, power.exponent());
      case Pointwise.Prelu relu ->
          site.result(
              "PRelu",
              List.of(
                  site.input(), relu.shared() ? site.parameters().getFirst() : site.perChannel(0)));
      case Pointwise.ChannelAffine ignored -> {
        String scaled =
            site.step(
                "scaled", "Mul", List.of(site.input(), site.perChannel(0)), site.node().shape());
        site.result("Add", List.of(scaled, site.perChannel(1)));
      }
    }
  }

  private static void affine(Site site, Pointwise.Affine affine) {
    OnnxGraph graph = site.graph();
    if (affine.shift() == 0) {
      site.result("Mul", List.of(site.input(), graph.real(affine.scale())));
      return;
    }
    String scaled = site.input();
    if (affine.scale() != 1) {
      List<String> factors = List.of(site.input(), graph.real(affine.scale()));
      scaled = site.step("scaled", "Mul", factors, site.node().shape());
    }
    site.result("Add", List.of(scaled, graph.real(affine.shift())));
  }

  private static void power(Site site, double exponent) {
    if (exponent == 0.5) {
      site.result("Sqrt", site.inputs());
    } else {
      site.result("Pow", List.of(site.input(), site.graph().real(exponent)));
    }
  }
}
