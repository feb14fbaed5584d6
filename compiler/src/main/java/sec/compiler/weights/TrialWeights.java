package sec.compiler.weights;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Shape;

/**
 * Weights under which nothing is neutral, to hold two ways to compute a network against one
 * another: BN has statistics and scales as after training, and every bias differs from 0.
 */
public final class TrialWeights {
  private TrialWeights() {}

  /** All parameters and buffers of {@code network}. */
  public static Weights of(long seed, Network network) {
    // A network of the zoo has up to 10^8 numbers: Random would take longer than the network.
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      float[] values = new float[Math.toIntExact(parameter.shape().size())];
      boolean norm = parameter.shape().isVector() && parameter.path().endsWith(".weight");
      boolean variance = parameter.path().endsWith(".running_var");
      double scale = parameter.shape().isVector() ? 0.5 : Math.sqrt(3.0 / fanIn(parameter.shape()));
      for (int i = 0; i < values.length; i++) {
        double unit = random.nextDouble();
        values[i] =
            (float) (variance ? 0.3 + 2 * unit : norm ? 0.5 + unit : scale * (2 * unit - 1));
      }
      tensors.put(parameter.path(), new Tensor(parameter.shape(), values));
    }
    return new Weights(tensors);
  }

  private static double fanIn(Shape weight) {
    return weight.size() / (double) weight.get(0);
  }
}
