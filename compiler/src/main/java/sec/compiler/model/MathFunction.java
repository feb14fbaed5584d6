package sec.compiler.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions of expressions. */
public enum MathFunction {
  /** Length of a list. */
  LEN(1, 1, "length of a list"),
  /** Sum of a list. */
  SUM(1, 1, "sum of a list of numbers"),
  /** Lists side by side. */
  ZIP(1, 99, "one list for each place, of what the given lists of equal length have there"),
  /** Smallest. */
  MIN(1, 99, "the smallest of numbers, or of a list"),
  /** Largest. */
  MAX(1, 99, "the largest of numbers, or of a list"),
  /** Round up. */
  CEIL(1, 1, "the next whole number up"),
  /** Round down. */
  FLOOR(1, 1, "the next whole number down"),
  /** Round to nearest. */
  ROUND(1, 1, "the nearest whole number, halves up"),
  /** MobileNet's rounding (Sandler et al. 2018, released code). */
  ROUND_TO(
      2,
      2,
      "the nearest multiple, halves up, at least one multiple, one more when it would fall below 90 %"),
  /** Logarithm. */
  LOG2(1, 1, "logarithm to base 2");

  private final int least;
  private final int most;
  private final String summary;

  MathFunction(int least, int most, String summary) {
    this.least = least;
    this.most = most;
    this.summary = summary;
  }

  /** The function of that name. */
  public static Optional<MathFunction> of(String word) {
    return Stream.of(values()).filter(f -> f.word().equals(word)).findFirst();
  }

  /** Their names. */
  public static List<String> words() {
    return Stream.of(values()).map(MathFunction::word).toList();
  }

  /** Its name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it takes that many arguments. */
  public boolean takes(int arguments) {
    return arguments >= least && arguments <= most;
  }

  /** How many it takes, for messages: "1", "at least 1". */
  public String arity() {
    return least == most ? Integer.toString(least) : "at least " + least;
  }

  /** One line for people. */
  public String summary() {
    return summary;
  }
}
