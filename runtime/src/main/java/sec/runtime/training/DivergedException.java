package sec.runtime.training;

/** The loss or a weight is no longer a finite number, so that further training is in vain. */
public final class DivergedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int epoch;
  private final long step;

  private DivergedException(String what, int epoch, long step, double learningRate) {
    super(
        what
            + " at step "
            + step
            + " (epoch "
            + epoch
            + ", learning rate "
            + learningRate
            + "): the training has diverged. A lower learning rate is the usual cure.");
    this.epoch = epoch;
    this.step = step;
  }

  static DivergedException loss(double loss, int epoch, long step, double learningRate) {
    String what = "The loss is " + (Double.isNaN(loss) ? "NaN" : "infinite");
    return new DivergedException(what, epoch, step, learningRate);
  }

  static DivergedException weights(String path, int epoch, long step, double learningRate) {
    return new DivergedException(
        "The numbers of " + path + " are no longer finite", epoch, step, learningRate);
  }

  /** The epoch, from 1. */
  public int epoch() {
    return epoch;
  }

  /** The step, from 1, over all epochs. */
  public long step() {
    return step;
  }
}
