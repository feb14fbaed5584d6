package sec.verify;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a check came to.
 *
 * @param subject which form of the network, or which file
 * @param check what was asked
 * @param result the answer
 * @param deviation how far numbers were off; null where none are compared
 * @param note what is wrong, or why it could not be asked; may be empty
 */
public record Outcome(
    String subject, Check check, Result result, @Nullable Deviation deviation, String note) {

  /** The answers. */
  public enum Result {
    /** All is well. */
    OK,
    /** Something is wrong. */
    FAILED,
    /** It could not be asked here. */
    SKIPPED;

    /** As tables have it: what is wrong stands out. */
    @Override
    public String toString() {
      return this == FAILED ? name() : name().toLowerCase(Locale.ROOT);
    }
  }

  static Outcome ok(String subject, Check check, String note) {
    return new Outcome(subject, check, Result.OK, null, note);
  }

  static Outcome failed(String subject, Check check, String note) {
    return new Outcome(subject, check, Result.FAILED, null, note);
  }

  static Outcome skipped(String subject, Check check, String why) {
    return new Outcome(subject, check, Result.SKIPPED, null, why);
  }

  static Outcome compared(String subject, Check check, Deviation deviation, String note) {
    Result result = deviation.relative() <= Check.TOLERANCE ? Result.OK : Result.FAILED;
    return new Outcome(subject, check, result, deviation, note);
  }
}
