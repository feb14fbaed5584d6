package sec.runtime.training;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Where a training stands, in one line that fits its terminal.
 *
 * @param name what is trained
 * @param epoch which epoch of how many: {@code 2/5}
 * @param done how much of the epoch, from 0 to 1
 * @param imagesPerSecond the epoch's rate so far
 * @param secondsLeft until the whole training is done
 * @param train the epoch's numbers so far
 */
record ProgressLine(
    String name,
    String epoch,
    double done,
    double imagesPerSecond,
    double secondsLeft,
    Evaluation train) {
  private static final int LONGEST_BAR = 20;
  private static final int SHORTEST_BAR = 5;

  /**
   * The line. Where all of it has no room, the accuracy goes first, then the loss, the bar, and the
   * end of the name: that it goes on, and for how long, is what one looks for.
   *
   * @param columns how long it may be
   */
  String text(int columns) {
    List<String> numbers =
        List.of(
            String.format(Locale.ROOT, "  %,.0f images/s", imagesPerSecond),
            "  " + clock(secondsLeft) + " left",
            "  loss " + train.shownLoss(),
            String.format(Locale.ROOT, "  top-1 %.1f %%", 100 * train.top1()));
    String begin = String.format(Locale.ROOT, "  epoch %s %3d %% ", epoch, Math.round(100 * done));
    for (int shown = numbers.size(); shown >= 2; shown--) {
      String end = String.join("", numbers.subList(0, shown));
      int bar = Math.min(LONGEST_BAR, columns - name.length() - begin.length() - end.length());
      if (bar >= SHORTEST_BAR) {
        return name + begin + bar(bar) + end;
      }
    }
    String rest = begin.stripTrailing() + numbers.get(0) + numbers.get(1);
    int room = Math.max(0, columns - rest.length());
    String line = (name.length() <= room ? name : name.substring(0, room)) + rest;
    return line.substring(0, Math.min(columns, line.length()));
  }

  private String bar(int length) {
    int filled = (int) Math.round(done * length);
    return "█".repeat(filled) + "░".repeat(length - filled);
  }

  private static String clock(double seconds) {
    Duration time = Duration.ofSeconds(Math.round(seconds));
    return time.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", time.toMinutesPart(), time.toSecondsPart());
  }
}
