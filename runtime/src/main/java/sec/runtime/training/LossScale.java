package sec.runtime.training;

import java.util.Map;

/**
 * By what the loss is multiplied before gradients are taken, and they divided afterwards, so that
 * small ones survive half precision. A step whose gradients are not finite is left out.
 */
public interface LossScale {

  /** For precisions that need none: times 1, and no step is left out. */
  LossScale NONE =
      new LossScale() {
        @Override
        public double factor() {
          return 1;
        }

        @Override
        public boolean leavesOut() {
          return false;
        }

        @Override
        public void taken() {}

        @Override
        public void leftOut() {}

        @Override
        public Map<String, Double> state() {
          return Map.of();
        }

        @Override
        public void restore(Map<String, Double> state) {}
      };

  /** This step's, a power of two. */
  double factor();

  /** Whether steps are left out, for which gradients have to be looked at. */
  default boolean leavesOut() {
    return true;
  }

  /** The step's gradients were finite, and it was taken. */
  void taken();

  /** The step's gradients were not finite. */
  void leftOut();

  /** What the next factors depend on, for a checkpoint. */
  Map<String, Double> state();

  /** Goes on from such a state. */
  void restore(Map<String, Double> state);
}
