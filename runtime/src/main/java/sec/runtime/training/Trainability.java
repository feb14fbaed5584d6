package sec.runtime.training;

import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;

/**
 * What is to be known before a training begins, and would else break it in the midst of an epoch.
 */
public final class Trainability {
  /** What every JVM's arrays hold. */
  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private Trainability() {}

  /**
   * Refuses a network that would fail.
   *
   * @param network what to train
   * @param trainSize images in an epoch
   * @param settings how
   * @throws UntrainableException if a tensor is too large, or batch normalisation would get a batch
   *     with a single value a channel
   */
  public static void check(Network network, int trainSize, TrainingSettings settings)
      throws UntrainableException {
    for (Parameter parameter : network.parameters()) {
      if (parameter.shape().size() > LARGEST_ARRAY) {
        throw new UntrainableException(
            "%s cannot be trained: %s is %s, %,d numbers, and one tensor holds at most %,d"
                .formatted(
                    network.name(),
                    parameter.path(),
                    parameter.shape(),
                    parameter.shape().size(),
                    LARGEST_ARRAY));
      }
    }
    int last = trainSize % settings.batchSize();
    if (Math.min(trainSize, settings.batchSize()) != 1 && last != 1) {
      return;
    }
    for (Node node : network.nodes()) {
      if (node.primitive() instanceof Primitive.BatchNorm && isOnePlace(node.shape())) {
        throw new UntrainableException(
            "%s cannot be trained so: %s normalises %s over the batch, and %s; give another --batch"
                .formatted(
                    network.name(),
                    node.path(),
                    node.shape(),
                    settings.batchSize() == 1
                        ? "a batch of 1 leaves it one value a channel"
                        : "the last of %,d images is alone in its batch of %,d"
                            .formatted(trainSize, settings.batchSize())));
      }
    }
  }

  private static boolean isOnePlace(Shape shape) {
    return shape.size() == shape.channels();
  }
}
