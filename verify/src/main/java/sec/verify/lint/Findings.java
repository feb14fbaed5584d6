package sec.verify.lint;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found, as far as the model has to keep to it. */
final class Findings {
  private final boolean ours;
  private final List<Finding> all = new ArrayList<>();

  /**
   * Begins without any.
   *
   * @param ours whether the model is one of {@code sec}, for which more rules hold
   */
  Findings(boolean ours) {
    this.ours = ours;
  }

  boolean ours() {
    return ours;
  }

  @SuppressWarnings("AnnotateFormatMethod") // a dependency for this alone
  void find(Rule rule, String format, Object... arguments) {
    if (ours || !rule.isOurs()) {
      all.add(new Finding(rule, format.formatted(arguments)));
    }
  }

  List<Finding> all() {
    return List.copyOf(all);
  }
}
