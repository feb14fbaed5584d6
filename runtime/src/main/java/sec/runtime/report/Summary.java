package sec.runtime.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The outcome in a sentence. */
final class Summary {
  private Summary() {}

  /** Which variant is best, by how much, and at what price; before that, what was stopped. */
  static String of(Comparison comparison) {
    return (stopped(comparison) + " " + best(comparison)).strip();
  }

  /** What has not come to its end, and why; empty when all has. */
  static String stopped(Comparison comparison) {
    List<String> sentences = new ArrayList<>();
    for (VariantResult variant : comparison.diverged()) {
      sentences.add("%s diverged: %s.".formatted(variant.name(), variant.failure()));
    }
    String asked = stoppedOnRequest(comparison);
    if (!asked.isEmpty()) {
      sentences.add(asked);
    }
    return String.join(" ", sentences);
  }

  private static String stoppedOnRequest(Comparison comparison) {
    List<VariantResult> unfinished =
        comparison.unfinished().stream().filter(variant -> variant.failure().isEmpty()).toList();
    if (unfinished.isEmpty()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    unfinished.stream()
        .filter(variant -> !variant.epochs().isEmpty())
        .forEach(variant -> parts.add(variant.name() + " has " + variant.progress()));
    int none = unfinished.size() - parts.size();
    if (none > 0) {
      parts.add(none + (none == 1 ? " variant has none" : " variants have none"));
    }
    return "Stopped early: " + String.join(", ", parts) + ".";
  }

  private static String best(Comparison comparison) {
    double best = comparison.bestTop1();
    VariantResult winner =
        comparison.variants().stream()
            .filter(
                v -> v.role() != VariantResult.Role.REFERENCE && v.finished() && v.top1() == best)
            .findFirst()
            .orElse(null);
    if (winner == null) {
      return "";
    }
    String reached =
        String.format(
            Locale.ROOT, "%s is first with %s %% top-1", winner.name(), Column.percent(best));
    if (comparison.gain(winner).isEmpty()) {
      return reached + ".";
    }
    VariantResult base = comparison.baseline().orElseThrow();
    return "%s, %s points above %s, with %s parameters and %s multiply-adds."
        .formatted(
            reached,
            Column.percent(best - base.top1()),
            base.name(),
            change(base.params(), winner.params()),
            change(base.macs(), winner.macs()));
  }

  private static String change(long from, long to) {
    if (from == to) {
      return "as many";
    }
    double percent = 100.0 * (to - from) / from;
    String sign = percent > 0 ? "more" : "fewer";
    return Math.abs(percent) < 0.1
        ? "under 0.1 % " + sign
        : String.format(Locale.ROOT, "%.1f %% %s", Math.abs(percent), sign);
  }
}
