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
                List.of())));
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
            1234.5);
    return new VariantResult(
        name, role, params, macs, top1, OptionalDouble.of(0.95), 1042.25, List.of(epoch));
  }
}
