package sec.runtime.training;

import ai.djl.Device;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.ToIntFunction;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.operators.Primitive;
import sec.runtime.EnvironmentException;

/**
 * What a training needs at the very least. A system that runs out of memory does not always say so:
 * Linux promises more than it has, and then kills the process without a word.
 */
public final class MemoryNeed {
  private static final double GIB = 1L << 30;

  private MemoryNeed() {}

  /**
   * Refuses a batch that the machine's memory cannot hold. On a GPU it is the driver that refuses.
   *
   * @param image bytes that each image of a batch leaves in memory until its gradient is known
   * @param trainSize images in an epoch
   * @throws EnvironmentException if the least it needs is more than the machine has
   */
  public static void check(
      Network network, double image, int trainSize, TrainingSettings settings, Device device)
      throws EnvironmentException {
    if (!device.isGpu()
        && ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      // In a container, the container's.
      int batch = Math.min(trainSize, settings.batchSize());
      check(network, image, batch, system.getTotalMemorySize());
    }
  }

  static void check(Network network, double image, int batch, long memory)
      throws EnvironmentException {
    if (image * batch <= memory) {
      return;
    }
    throw new EnvironmentException(
        "%s needs about %s GiB for activations at batch %,d, and this machine has %s GiB: %s"
            .formatted(
                network.name(),
                gibibytes(image * batch),
                batch,
                gibibytes((double) memory),
                image <= memory
                    ? "use --batch with clearly less than %,d".formatted((long) (memory / image))
                    : "that is too little even for a single image"));
  }

  /**
   * What each image of a batch leaves in memory until its gradient is known: the results of all
   * operators. Gradients, weights and what an operator needs besides come on top.
   *
   * @param ofNumbers bytes that each number of a result takes
   */
  public static double activationBytes(Network network, ToIntFunction<Node> ofNumbers) {
    double bytes = 0;
    for (Node node : network.nodes()) {
      // A flattened map is the map, read another way.
      if (!(node.primitive() instanceof Primitive.Flatten)) {
        bytes += (double) node.shape().size() * ofNumbers.applyAsInt(node);
      }
    }
    return bytes;
  }

  private static String gibibytes(double bytes) {
    double size = bytes / GIB;
    return String.format(Locale.ROOT, size < 10 ? "%.1f" : "%,.0f", size);
  }
}
