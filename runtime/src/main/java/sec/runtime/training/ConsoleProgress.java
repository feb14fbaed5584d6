package sec.runtime.training;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Shows a training as it goes: on a terminal a bar for each epoch (images/s, time left in the whole
 * training, loss, top-1; see {@link ProgressLine}), and in any case a line after each epoch.
 */
public final class ConsoleProgress implements TrainingListener {
  private static final int UPDATE_MILLIS = 200;

  private final PrintStream out;
  private final int columns;
  private final String name;
  private int epochs;
  private int imagesPerEpoch;
  private long begin;
  private long epochBegin;

  /** Images that were learnt from before the clocks began: in all, and of the epoch under way. */
  private long before;

  private long beforeInEpoch;
  private boolean resumed;
  private @Nullable ProgressBar bar;
  private volatile @Nullable ProgressLine line;

  /**
   * For one training.
   *
   * @param out where to: the standard error stream, so that results can be piped
   * @param columns how wide the terminal is that it stands on; 0 when it is none: a bar in a log
   *     file is a nuisance
   * @param name what is trained
   */
  public ConsoleProgress(PrintStream out, int columns, String name) {
    this.out = out;
    this.columns = columns;
    this.name = name;
  }

  @Override
  public void started(int epochs, int imagesPerEpoch) {
    this.epochs = epochs;
    this.imagesPerEpoch = imagesPerEpoch;
    this.begin = System.nanoTime();
    this.epochBegin = begin;
  }

  @Override
  public void resumed(long step, List<EpochMetrics> epochs) {
    resumed = true;
    if (epochs.size() < this.epochs) {
      out.printf(
          Locale.ROOT,
          "%s  goes on after step %,d, in epoch %d/%d%n",
          name,
          step,
          epochs.size() + 1,
          this.epochs);
    }
  }

  @Override
  public void stepDone(int epoch, long images, Evaluation train) {
    if (resumed) {
      // The clocks begin here: how many images there were before, only this step says.
      resumed = false;
      before = (epoch - 1L) * imagesPerEpoch + images;
      beforeInEpoch = images;
      begin = System.nanoTime();
      epochBegin = begin;
      return;
    }
    if (columns == 0) {
      return;
    }
    line =
        new ProgressLine(
            name,
            padded(epoch) + "/" + epochs,
            (double) images / imagesPerEpoch,
            (images - beforeInEpoch) / secondsSince(epochBegin),
            left(epoch, images),
            train);
    ProgressBar shown = bar;
    if (shown == null) {
      shown = newBar();
      bar = shown;
    }
    shown.stepTo(images);
  }

  @Override
  public void epochDone(EpochMetrics metrics) {
    ended();
    Evaluation train = metrics.train();
    Evaluation test = metrics.test();
    out.printf(
        Locale.ROOT,
        "%s  epoch %s/%d  train loss %s, top-1 %5.1f %%  test loss %s, top-1 %5.1f %%"
            + "  %,.0f images/s%n",
        name,
        padded(metrics.epoch()),
        epochs,
        train.shownLoss(),
        100 * train.top1(),
        test.shownLoss(),
        100 * test.top1(),
        metrics.imagesPerSecond());
    epochBegin = System.nanoTime();
    beforeInEpoch = 0;
  }

  @Override
  public void ended() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private ProgressBar newBar() {
    return new ProgressBarBuilder()
        .setInitialMax(imagesPerEpoch)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        // In the bar's own thread, a few times a second.
        .setRenderer((state, length) -> line == null ? "" : line.text(length))
        // The line of the epoch takes the bar's place.
        .clearDisplayOnFinish()
        // One less: in its last column a terminal may begin a new line.
        .setConsumer(new ConsoleProgressBarConsumer(out, columns - 1))
        .build();
  }

  /** Seconds to go, by the rate so far, tests included. */
  private double left(int epoch, long images) {
    long done = (epoch - 1L) * imagesPerEpoch + images;
    return secondsSince(begin) * ((long) epochs * imagesPerEpoch - done) / (done - before);
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private String padded(int epoch) {
    return String.format(Locale.ROOT, "%" + Integer.toString(epochs).length() + "d", epoch);
  }
}
