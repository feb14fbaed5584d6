package sec.runtime.report;

import java.util.Locale;
import java.util.function.BiFunction;

/** The columns of a comparison, the same in the terminal and on the page. */
enum Column {
  NAME("variant", "", (comparison, variant) -> named(variant)),
  PARAMS(
      "params",
      "trained numbers",
      (comparison, variant) -> String.format(Locale.ROOT, "%,d", variant.params())),
  MACS(
      "MACs",
      "multiply-adds of convolutions and fully connected layers, one image",
      (comparison, variant) -> scaled(variant.macs())),
  TOP1(
      "top-1 %",
      "test images whose class comes first", (comparison, variant) -> percent(variant.top1())),
  GAIN(
      "vs base",
      "top-1 less the baseline's, in percentage points",
      (comparison, variant) -> gain(comparison, variant)),
  TOP5(
      "top-5 %",
      "test images whose class is among the first five",
      (comparison, variant) ->
          variant.top5().isPresent() ? percent(variant.top5().getAsDouble()) : "–"),
  SECONDS(
      "seconds",
      "training and tests",
      (comparison, variant) -> String.format(Locale.ROOT, "%,.1f", variant.seconds()));

  private final String heading;
  private final String explanation;

  @SuppressWarnings("ImmutableEnumChecker") // each is a lambda without state
  private final BiFunction<Comparison, VariantResult, String> text;

  Column(String heading, String explanation, BiFunction<Comparison, VariantResult, String> text) {
    this.heading = heading;
    this.explanation = explanation;
    this.text = text;
  }

  /** What stands above it. */
  String heading() {
    return heading;
  }

  /** What it means, in a few words; may be empty. */
  String explanation() {
    return explanation;
  }

  /** What stands in a variant's row. */
  String text(Comparison comparison, VariantResult variant) {
    return text.apply(comparison, variant);
  }

  private static String named(VariantResult variant) {
    return variant.finished() ? variant.name() : variant.name() + " (" + variant.progress() + ")";
  }

  /** In percent with two digits: a test image of ten thousand still shows. */
  static String percent(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.2f", 100 * share);
  }

  /** Three digits and k, M or G, as papers give them; small numbers in full. */
  static String scaled(long count) {
    if (count < 1000) {
      return Long.toString(count);
    }
    double value = count;
    String unit = "";
    for (String next : new String[] {" k", " M", " G", " T"}) {
      // Not 1000: 999.6 k would show as 1000 k.
      if (value < 999.5) {
        break;
      }
      value /= 1000;
      unit = next;
    }
    int digits = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + digits + "f%s", value, unit);
  }

  private static String gain(Comparison comparison, VariantResult variant) {
    if (comparison.gain(variant).isEmpty()) {
      return variant.role() == VariantResult.Role.BASELINE ? "baseline" : "";
    }
    double points = 100 * comparison.gain(variant).getAsDouble();
    // A typographical minus, as wide as the plus.
    return String.format(Locale.ROOT, "%+.2f", points).replace('-', '−');
  }
}
