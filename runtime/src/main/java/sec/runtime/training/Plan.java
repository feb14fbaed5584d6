package sec.runtime.training;

/**
 * What the counts and arrays of a checkpoint rest on.
 *
 * @param seed of all that is drawn
 * @param stepsPerEpoch how many steps make an epoch
 * @param optimizer the rule's name
 * @param averaged whether there are averaged weights
 */
public record Plan(long seed, long stepsPerEpoch, String optimizer, boolean averaged) {
  /**
   * Refuses a training that cannot go on from where this one stands.
   *
   * @throws IllegalArgumentException if its steps or its state are of another kind
   */
  void requireFit(Plan other) {
    if (stepsPerEpoch != other.stepsPerEpoch) {
      throw new IllegalArgumentException(
          "it has %,d steps an epoch, and here there are %,d; --batch, --accumulate and the images stay as they were"
              .formatted(stepsPerEpoch, other.stepsPerEpoch));
    }
    if (!optimizer.equals(other.optimizer)) {
      throw new IllegalArgumentException(
          "it is of %s, whose state means nothing to %s; --optimizer stays as it was"
              .formatted(optimizer, other.optimizer));
    }
    if (averaged != other.averaged) {
      throw new IllegalArgumentException(
          averaged
              ? "it holds averaged weights; go on with --ema"
              : "it holds no averaged weights; go on without --ema");
    }
  }
}
