package sec.runtime.training;

import java.util.Locale;

/**
 * How well a network does on a set of images.
 *
 * @param loss mean cross-entropy, in nats
 * @param top1 share of images whose class has the highest logit, from 0 to 1
 * @param top5 share of images whose class is among the five highest; says nothing, and is 1, with
 *     five classes or fewer
 */
public record Evaluation(double loss, double top1, double top5) {
  /** From here on digits after the point say nothing, and those before it fill the line. */
  private static final double LARGE = 10_000;

  /** The loss to show a person, in at most nine characters: {@code 1.2346}, {@code 1.2e+30}. */
  public String shownLoss() {
    return String.format(Locale.ROOT, Math.abs(loss) < LARGE ? "%.4f" : "%.1e", loss);
  }
}
