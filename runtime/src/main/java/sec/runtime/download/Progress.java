package sec.runtime.download;

import java.util.Locale;
import java.util.function.Consumer;

/** Says now and then how far a file is. */
final class Progress {
  private static final long EVERY_NANOS = 5_000_000_000L;
  private static final double MEGA = 1e6;

  private final String name;
  private final long start;
  private final long total;
  private final Consumer<String> notice;
  private final long begin = System.nanoTime();
  private long said = begin;

  /**
   * Progress of one attempt.
   *
   * @param start bytes that were there before
   * @param total bytes of the file; below 0 if nobody knows
   */
  Progress(String name, long start, long total, Consumer<String> notice) {
    this.name = name;
    this.start = start;
    this.total = total;
    this.notice = notice;
    notice.accept(
        name
            + ": "
            + (start == 0 ? "fetching" : "going on from " + mega(start))
            + (total < 0 ? "" : ", " + mega(total) + " in all"));
  }

  /** So many bytes are there. */
  void at(long place) {
    long now = System.nanoTime();
    if (now - said < EVERY_NANOS && place != total) {
      return;
    }
    said = now;
    long rate = Math.round((place - start) / ((now - begin) / 1e9));
    notice.accept(
        total < 0
            ? String.format(Locale.ROOT, "%s: %s, %s/s", name, mega(place), mega(rate))
            : String.format(
                Locale.ROOT,
                "%s: %.0f %% of %s, %s/s",
                name,
                100.0 * place / total,
                mega(total),
                mega(rate)));
  }

  private static String mega(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / MEGA);
  }
}
