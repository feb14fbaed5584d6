package sec.runtime.training;

/** The loss is no longer a finite number, so that further training is in vain. */
public final class DivergedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int epoch;
  private final long step;

  DivergedException(int epoch, long step, double loss, double learningRate) {
    super(
        "The loss is "
            + (Double.isNaN(loss) ? "NaN" : "infinite")
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

  /** The epoch, from 1. */
  public int epoch() {
    return epoch;
  }

  /** The step, from 1, over all epochs. */
  public long step() {
    return step;
  }
}
