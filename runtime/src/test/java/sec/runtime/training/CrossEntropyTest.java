package sec.runtime.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sec.compiler.fixtures.GarbageCollection;
import sec.runtime.GradientRecording;
import sec.runtime.Recorded;

class CrossEntropyTest {
  private static final double[] LOGITS = {1, 2, 3, -1, 0.5, 4};
  private static final long[] LABELS = {2, 0};

  @Test
  void isTheMeanOfTheFormula() {
    GradientRecording.off();
    // By hand: log(e^1 + e^2 + e^3) - 3 = 0.40760596, log(e^-1 + e^0.5 + e^4) + 1 = 5.03630036.
    double first = Math.log(Math.exp(1) + Math.exp(2) + Math.exp(3)) - 3;
    double second = Math.log(Math.exp(-1) + Math.exp(0.5) + Math.exp(4)) + 1;

    assertEquals(0.4076059644, first, 1e-9);
    assertEquals((first + second) / 2, loss(LOGITS), 1e-12);
  }

  @Test
  void standsLogitsThatOverflowAnExponential() {
    GradientRecording.off();

    assertEquals((2000 + 0) / 2.0, loss(new double[] {2000, 0, 0, 2000, 0, 0}), 1e-9);
  }

  /** Recorded by {@code bench/peers/optimizers.py}. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5})
  void smoothsLabelsAsPyTorchDoes(double smoothing) throws IOException {
    GradientRecording.off();
    double[] recorded = Recorded.of("optimizers/cross_entropy.csv", Double.toString(smoothing))[0];
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray logits = manager.create(LOGITS, new Shape(2, 3));
      logits.setRequiresGradient(true);
      try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
        NDArray loss = CrossEntropy.mean(logits, manager.create(LABELS), smoothing);
        GarbageCollection.now();
        gradients.backward(loss);
        assertEquals(recorded[0], loss.toDoubleArray()[0], 1e-14);
      }
      assertArrayEquals(
          Arrays.copyOfRange(recorded, 1, 7), logits.getGradient().toDoubleArray(), 1e-14);
    }
  }

  @Test
  void hasTheGradientOfFiniteDifferences() {
    GradientRecording.off();
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray logits = manager.create(LOGITS, new Shape(2, 3));
      logits.setRequiresGradient(true);
      try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
        gradients.backward(CrossEntropy.mean(logits, manager.create(LABELS)));
      }
      double[] gradient = logits.getGradient().toDoubleArray();

      double h = 1e-5;
      for (int i = 0; i < LOGITS.length; i++) {
        double[] up = LOGITS.clone();
        double[] down = LOGITS.clone();
        up[i] += h;
        down[i] -= h;
        assertEquals((loss(up) - loss(down)) / (2 * h), gradient[i], 1e-9);
      }
    }
  }

  private static double loss(double[] logits) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray loss =
          CrossEntropy.mean(manager.create(logits, new Shape(2, 3)), manager.create(LABELS));
      assertEquals(DataType.FLOAT64, loss.getDataType());
      assertEquals(new Shape(), loss.getShape());
      return loss.toDoubleArray()[0];
    }
  }
}
