package sec.compiler.ir;

import org.jspecify.annotations.Nullable;
import sec.compiler.source.Source;

/**
 * What may be done to build networks: for one of them and, where a whole file is checked, for all
 * of them together, so that many that are within the limits do not take the machine down either.
 */
public final class Budget {
  /** Elements elaborated, blocks, slots, labels and operators. */
  static final long MOST_STEPS = 200_000;

  /** Values computed or looked at; large numbers count more. */
  static final long MOST_VALUES = 1_500_000;

  /** As people write it, a text of so many characters makes one or two steps of a network. */
  private static final int CHARACTERS_OF_STEP = 8;

  private final String subject;
  private final long mostSteps;
  private final long mostValues;
  private final @Nullable Budget whole;
  private long steps;
  private long values;

  private Budget(String subject, long mostSteps, long mostValues, @Nullable Budget whole) {
    this.subject = subject;
    this.mostSteps = mostSteps;
    this.mostValues = mostValues;
    this.whole = whole;
  }

  /** For all networks of a file together: a long one may have more of them. */
  public static Budget ofFile(Source source) {
    int length = source.text().length();
    return new Budget(
        "all networks of the file together",
        MOST_STEPS + length / CHARACTERS_OF_STEP,
        MOST_VALUES + length,
        null);
  }

  /** For all blocks of a file, each by itself. */
  static Budget ofTrials() {
    return new Budget("all blocks by themselves", 100_000, 500_000, null);
  }

  /** For one network. */
  static Budget ofNetwork() {
    return network(null);
  }

  /** For one network of those that this is for. */
  Budget network() {
    return network(this);
  }

  private static Budget network(@Nullable Budget whole) {
    return new Budget("one network", MOST_STEPS, MOST_VALUES, whole);
  }

  /** For one block by itself, of those that this is for. */
  Budget trial() {
    return new Budget("one block", 5_000, 50_000, this);
  }

  /** Whether nothing more can be built. */
  public boolean isSpent() {
    return steps > mostSteps || values > mostValues;
  }

  /** How many steps were taken. */
  long steps() {
    return steps;
  }

  /** How many values were computed or looked at. */
  long values() {
    return values;
  }

  /** Takes one step: an element elaborated. Gives the budget that this exceeds, if it does. */
  @Nullable Budget step() {
    if (++steps > mostSteps) {
      return this;
    }
    return whole == null ? null : whole.step();
  }

  /** Computes or looks at so many values. Gives the budget that this exceeds, if it does. */
  @Nullable Budget compute(long more) {
    values += more;
    if (values > mostValues) {
      return this;
    }
    return whole == null ? null : whole.compute(more);
  }

  /** That more steps were taken than it allows. */
  String stepsMessage() {
    return "more than %,d steps are taken for %s".formatted(mostSteps, subject);
  }

  /** That more values were computed than it allows. */
  String valuesMessage() {
    return "the expressions of %s take more than %,d steps".formatted(subject, mostValues);
  }
}
