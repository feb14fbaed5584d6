package sec.runtime.training;

import java.util.Map;

/**
 * The largest scale that works, as {@code torch.amp.GradScaler} finds it: from 65536, halved when
 * gradients are not finite, doubled after 2,000 steps in which they were.
 */
public final class DynamicLossScale implements LossScale {
  private static final double FIRST = 65536;
  private static final double FACTOR = 2;
  private static final int PATIENCE = 2000;

  private double scale = FIRST;
  private int good;

  @Override
  public double factor() {
    return scale;
  }

  @Override
  public void taken() {
    good++;
    if (good == PATIENCE) {
      scale *= FACTOR;
      good = 0;
    }
  }

  @Override
  public void leftOut() {
    scale /= FACTOR;
    good = 0;
  }

  @Override
  public Map<String, Double> state() {
    return Map.of("scale", scale, "good", (double) good);
  }

  @Override
  public void restore(Map<String, Double> state) {
    scale = state.getOrDefault("scale", FIRST);
    good = state.getOrDefault("good", 0.0).intValue();
  }
}
