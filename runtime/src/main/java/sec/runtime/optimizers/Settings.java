package sec.runtime.optimizers;

import ai.djl.ndarray.NDArray;

/** What the rules' settings have in common. */
final class Settings {
  private Settings() {}

  static void notNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " is at least 0, not " + value);
    }
  }

  static void aboveZero(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " is a finite number above 0, not " + value);
    }
  }

  static void share(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " is from 0 up to 1, not " + value);
    }
  }

  /** Adds the gradient of the L2 penalty, {@code weightDecay / 2 * |weight|^2}. */
  static void addWeightDecay(double weightDecay, NDArray weight, NDArray gradient, Slots slots) {
    if (weightDecay > 0) {
      try (NDArray decay = weight.mul(slots.constant(weightDecay))) {
        gradient.addi(decay);
      }
    }
  }
}
