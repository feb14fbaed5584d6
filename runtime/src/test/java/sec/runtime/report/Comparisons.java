package sec.runtime.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import sec.runtime.training.EpochMetrics;
import sec.runtime.training.Evaluation;

/** A comparison to test with; its names are as bad as a user's can be. */
final class Comparisons {
  static final String HOSTILE = "</script><img src=x onerror=alert(1)> & {{data}} \"quoted\"";

  private Comparisons() {}

  static Comparison sample() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("optimizer", "Adadelta");
    settings.put("note", HOSTILE);
    return new Comparison(
        "Gates of " + HOSTILE,
        "shapes",
        settings,
        List.of(
            variant("identity", VariantResult.Role.BASELINE, 97_290, 10_707_456, 0.7),
            variant(HOSTILE, VariantResult.Role.VARIANT, 97_823, 10_707_968, 0.725),
            variant("Bump\n(r=16)", VariantResult.Role.VARIANT, 97_823, 10_707_968, 0.69),
            new VariantResult(
                "softmax regression",
                VariantResult.Role.REFERENCE,
                30_730,
                30_720,
                0.9,
                OptionalDouble.empty(),
                1.25,
                List.of(),
                0)));
  }

  private static VariantResult variant(
      String name, VariantResult.Role role, long params, long macs, double top1) {
    EpochMetrics epoch =
        new EpochMetrics(
            1,
            1,
            new Evaluation(1.5, 0.5, 0.9),
            new Evaluation(Double.POSITIVE_INFINITY, top1, 0.95),
            30,
            1234.5,
            0);
    return new VariantResult(
        name, role, params, macs, top1, OptionalDouble.of(0.95), 1042.25, List.of(epoch), 1);
  }

  /** The sample, stopped in its third training of three epochs each. */
  static Comparison stopped() {
    Comparison sample = sample();
    return new Comparison(
        sample.title(),
        sample.dataSet(),
        sample.settings(),
        List.of(
            sample.variants().get(0),
            epochs(sample.variants().get(1), List.of(), 1, Double.NaN),
            epochs(sample.variants().get(2), sample.variants().get(2).epochs(), 3, 0.9),
            sample.variants().get(3)));
  }

  private static VariantResult epochs(
      VariantResult of, List<EpochMetrics> epochs, int wanted, double top1) {
    return new VariantResult(
        of.name(),
        of.role(),
        of.params(),
        of.macs(),
        top1,
        Double.isNaN(top1) ? OptionalDouble.empty() : OptionalDouble.of(top1),
        of.seconds(),
        epochs,
        wanted);
  }
}
