package sec.runtime.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sec.runtime.data.DataException.Kind;

/** What of a data set cannot be used, and what becomes of it, whatever the data set is made of. */
final class Unusable {
  /** How many a refusal names: a person mends one thing after another. */
  private static final int NAMED = 5;

  private final List<String> faults = new ArrayList<>();

  /** Adds one: which, and what is wrong with it. */
  void add(String fault) {
    faults.add(fault);
  }

  /**
   * Refuses the data set, or tells of each that is left out if that was asked for.
   *
   * @param sound how many can be used
   * @param what they are, in the plural
   * @param mend how, as the beginning of a sentence
   */
  void settle(int sound, String what, String mend, LoadRequest request) throws DataException {
    if (faults.isEmpty()) {
      return;
    }
    String count =
        String.format(Locale.ROOT, "%,d of %,d %s", faults.size(), faults.size() + sound, what);
    if (!request.skipBad()) {
      int unnamed = faults.size() - NAMED;
      throw new DataException(
          Kind.CORRUPT,
          count
              + " cannot be used: "
              + String.join("; ", faults.subList(0, Math.min(NAMED, faults.size())))
              + (unnamed > 0 ? String.format(Locale.ROOT, "; and %,d more", unnamed) : "")
              + ". "
              + mend
              + ", or go on without them with --skip-bad, which names each.");
    }
    faults.forEach(fault -> request.notice().accept("left out: " + fault));
    request.notice().accept(count + " are left out");
  }
}
