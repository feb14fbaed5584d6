package sec.runtime.training;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The loss or a weight is no longer a finite number, so that further training is in vain. */
public final class DivergedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String further;
  private final int epoch;
  private final long step;

  private DivergedException(String what, int epoch, long step, String further) {
    super(what + ": the training has diverged." + further);
    this.what = what;
    this.further = further;
    this.epoch = epoch;
    this.step = step;
  }

  /**
   * Of the loss.
   *
   * @param layer the first one whose output is not finite, if one was found
   */
  static DivergedException loss(
      double loss, int epoch, long step, double learningRate, @Nullable String layer) {
    String name = Double.isNaN(loss) ? "NaN" : "infinite";
    return new DivergedException(
        "The loss is " + name + at(epoch, step, learningRate),
        epoch,
        step,
        (layer == null ? "" : " The first layer whose output is not finite is " + layer + ".")
            + cure());
  }

  static DivergedException weights(String path, int epoch, long step, double learningRate) {
    return new DivergedException(
        "The numbers of " + path + " are no longer finite" + at(epoch, step, learningRate),
        epoch,
        step,
        cure());
  }

  /** The same, saying which checkpoint was the last. */
  public DivergedException withCheckpoint(Path checkpoint) {
    DivergedException more =
        new DivergedException(
            what, epoch, step, further + " The last good checkpoint is " + checkpoint + ".");
    more.initCause(this);
    return more;
  }

  /** What was seen, and when, without advice. */
  public String what() {
    return what;
  }

  /** The epoch, from 1. */
  public int epoch() {
    return epoch;
  }

  /** The step, from 1, over all epochs. */
  public long step() {
    return step;
  }

  private static String at(int epoch, long step, double learningRate) {
    return " at step " + step + " (epoch " + epoch + ", learning rate " + learningRate + ")";
  }

  private static String cure() {
    return " A lower learning rate is the usual cure.";
  }
}
