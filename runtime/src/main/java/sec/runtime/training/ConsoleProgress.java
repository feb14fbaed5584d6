package sec.runtime.training;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows a training as it goes: on a terminal a bar for each epoch (images/s, time left in the whole
 * training, loss, top-1), and in any case a line after each epoch.
 */
public final class ConsoleProgress implements TrainingListener {
  private static final int WIDTH = 100;
  private static final int UPDATE_MILLIS = 200;

  private final PrintStream out;
  private final boolean terminal;
  private final String name;
  private int epochs;
  private int imagesPerEpoch;
  private long begin;
  private @Nullable ProgressBar bar;

  /**
   * For one training.
   *
   * @param out where to: the standard error stream, so that results can be piped
   * @param terminal whether a person watches; a bar in a log file is a nuisance
   * @param name what is trained
   */
  public ConsoleProgress(PrintStream out, boolean terminal, String name) {
    this.out = out;
    this.terminal = terminal;
    this.name = name;
  }

  @Override
  public void started(int epochs, int imagesPerEpoch) {
    this.epochs = epochs;
    this.imagesPerEpoch = imagesPerEpoch;
    this.begin = System.nanoTime();
  }

  @Override
  public void stepDone(int epoch, long images, Evaluation train) {
    if (!terminal) {
      return;
    }
    ProgressBar shown = bar;
    if (shown == null) {
      shown = newBar(epoch);
      bar = shown;
    }
    shown.stepTo(images);
    shown.setExtraMessage(
        String.format(
            Locale.ROOT,
            " loss %.4f, top-1 %.1f %%, %s left",
            train.loss(),
            100 * train.top1(),
            left(epoch, images)));
  }

  @Override
  public void epochDone(EpochMetrics metrics) {
    ended();
    Evaluation train = metrics.train();
    Evaluation test = metrics.test();
    out.printf(
        Locale.ROOT,
        "%s  epoch %s/%d  train loss %.4f, top-1 %5.1f %%  test loss %.4f, top-1 %5.1f %%"
            + "  %,.0f images/s%n",
        name,
        padded(metrics.epoch()),
        epochs,
        train.loss(),
        100 * train.top1(),
        test.loss(),
        100 * test.top1(),
        metrics.imagesPerSecond());
  }

  @Override
  public void ended() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private ProgressBar newBar(int epoch) {
    return new ProgressBarBuilder()
        .setTaskName(name + "  epoch " + padded(epoch) + "/" + epochs)
        .setInitialMax(imagesPerEpoch)
        .setUnit(" images", 1)
        .showSpeed(new java.text.DecimalFormat("#,##0"))
        .hideEta()
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setMaxRenderedLength(WIDTH)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        // The line of the epoch takes the bar's place.
        .clearDisplayOnFinish()
        .setConsumer(new ConsoleProgressBarConsumer(out))
        .build();
  }

  /** By the rate so far, tests included. */
  private String left(int epoch, long images) {
    double done = ((epoch - 1.0) * imagesPerEpoch + images) / ((double) epochs * imagesPerEpoch);
    double seconds = (System.nanoTime() - begin) / 1e9 * (1 - done) / done;
    Duration left = Duration.ofSeconds(Math.round(seconds));
    return left.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", left.toMinutesPart(), left.toSecondsPart());
  }

  private String padded(int epoch) {
    return String.format(Locale.ROOT, "%" + Integer.toString(epochs).length() + "d", epoch);
  }
}
