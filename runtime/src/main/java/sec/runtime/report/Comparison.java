package sec.runtime.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Several variants trained alike.
 *
 * @param title what is compared
 * @param dataSet what on
 * @param settings how, by name, in the order to show them
 * @param variants what came of each, in the order to show them
 */
public record Comparison(
    String title, String dataSet, Map<String, String> settings, List<VariantResult> variants) {

  /**
   * Keeps copies.
   *
   * @throws IllegalArgumentException if more than one variant is the baseline
   */
  public Comparison {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    variants = List.copyOf(variants);
    long baselines = variants.stream().filter(v -> v.role() == VariantResult.Role.BASELINE).count();
    if (baselines > 1) {
      throw new IllegalArgumentException(baselines + " variants are the baseline");
    }
  }

  /** What the others are measured against, if anything. */
  public Optional<VariantResult> baseline() {
    return variants.stream().filter(v -> v.role() == VariantResult.Role.BASELINE).findFirst();
  }

  /** What lost its numbers. */
  public List<VariantResult> diverged() {
    return variants.stream().filter(v -> !v.failure().isEmpty()).toList();
  }

  /** What came to no end: it was stopped, or never begun, or it diverged. */
  public List<VariantResult> unfinished() {
    return variants.stream().filter(v -> !v.finished()).toList();
  }

  /**
   * How far a variant's top-1 is above the baseline's; empty for the baseline itself, and where one
   * of the two was stopped: unlike trainings have no difference that means anything.
   */
  public OptionalDouble gain(VariantResult variant) {
    return baseline()
        .filter(base -> variant.role() == VariantResult.Role.VARIANT)
        .filter(base -> base.finished() && variant.finished())
        .map(base -> OptionalDouble.of(variant.top1() - base.top1()))
        .orElse(OptionalDouble.empty());
  }

  /** The highest top-1 of all that finished but the references; NaN without any. */
  public double bestTop1() {
    return variants.stream()
        .filter(v -> v.role() != VariantResult.Role.REFERENCE && v.finished())
        .mapToDouble(VariantResult::top1)
        .max()
        .orElse(Double.NaN);
  }
}
