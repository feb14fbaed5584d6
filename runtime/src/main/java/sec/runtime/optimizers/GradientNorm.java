package sec.runtime.optimizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import sec.runtime.FiniteNumbers;

/** The norm of all gradients together, as if they were one vector. */
public final class GradientNorm {
  /** PyTorch's, below the line, so that gradients of zero stay. */
  private static final double SMALL = 1e-6;

  private GradientNorm() {}

  /**
   * Shrinks all gradients alike where their norm is above a limit, as {@code
   * torch.nn.utils.clip_grad_norm_} does. All of it happens on the device.
   *
   * @param parameters each with its gradient
   * @param limit above 0
   * @param parent what is made on the way hangs below it, and is gone at the end
   */
  public static void clip(Collection<NDArray> parameters, double limit, NDManager parent) {
    if (parameters.isEmpty()) {
      return;
    }
    try (NDManager manager = parent.newSubManager()) {
      List<NDArray> gradients = new ArrayList<>();
      for (NDArray parameter : parameters) {
        NDArray gradient = parameter.getGradient();
        gradient.attach(manager);
        gradients.add(gradient);
      }
      NDArray squares = gradients.getFirst().square().sum();
      for (NDArray gradient : gradients.subList(1, gradients.size())) {
        squares.addi(gradient.square().sum());
      }
      NDArray shrunk =
          Optimizer.scalar(manager, limit, squares.getDataType()).div(squares.sqrt().add(SMALL));
      NDArray factor = shrunk.minimum(1);
      gradients.forEach(gradient -> gradient.muli(factor));
    }
  }

  /** Multiplies all gradients. */
  public static void multiply(Collection<NDArray> parameters, double factor) {
    for (NDArray parameter : parameters) {
      try (NDArray gradient = parameter.getGradient()) {
        gradient.muli(factor);
      }
    }
  }

  /** Whether all numbers of all gradients are finite. */
  public static boolean isFinite(Collection<NDArray> parameters) {
    for (NDArray parameter : parameters) {
      try (NDArray gradient = parameter.getGradient()) {
        if (!FiniteNumbers.in(gradient)) {
          return false;
        }
      }
    }
    return true;
  }
}
