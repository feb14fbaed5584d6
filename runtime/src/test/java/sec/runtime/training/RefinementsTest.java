package sec.runtime.training;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import sec.compiler.weights.InitialWeights;
import sec.runtime.data.ImageData;
import sec.runtime.optimizers.Schedule;
import sec.runtime.optimizers.Sgd;
import sec.runtime.sample.Stripes;
import sec.runtime.sample.ThreeLayerCnn;

/** Steps of several batches, and scaled losses. */
class RefinementsTest {
  private final ImageData data = Stripes.images(20, 32);

  /** An epoch of 20 images: steps of 8, 8 and 4. */
  @Test
  void batchesThatMakeAStepAreAsGoodAsOne() throws DivergedException {
    Map<String, double[]> one = trained(DataType.FLOAT64, 8, 1, LossScale.NONE);
    Map<String, double[]> two = trained(DataType.FLOAT64, 4, 2, LossScale.NONE);
    // The last of a step is a smaller batch: 3, 3, 2.
    Map<String, double[]> uneven = trained(DataType.FLOAT64, 3, 3, LossScale.NONE);
    Map<String, double[]> nine = trained(DataType.FLOAT64, 9, 1, LossScale.NONE);

    one.forEach((path, values) -> assertArrayEquals(values, two.get(path), 1e-12, path));
    nine.forEach((path, values) -> assertArrayEquals(values, uneven.get(path), 1e-12, path));
  }

  /** By powers of two, which cost no digit. */
  @Test
  void aScaledLossChangesNothing() throws DivergedException {
    Map<String, double[]> plain = trained(DataType.FLOAT32, 8, 1, LossScale.NONE);
    Map<String, double[]> scaled = trained(DataType.FLOAT32, 8, 1, new DynamicLossScale());

    plain.forEach((path, values) -> assertArrayEquals(values, scaled.get(path), path));
  }

  @Test
  void stepsWithoutFiniteGradientsAreLeftOutAndTheScaleHalved() throws DivergedException {
    DynamicLossScale scale = new DynamicLossScale();
    double large = 0x1p130;
    scale.restore(Map.of("scale", large, "good", 0.0));
    Map<String, double[]> values = trained(DataType.FLOAT32, 8, 1, scale);

    assertTrue(scale.factor() < large, () -> "scale " + scale.factor());
    assertTrue(requireNonNull(scale.state().get("good")) < 6);
    values.forEach(
        (path, numbers) -> {
          for (double number : numbers) {
            assertTrue(Double.isFinite(number), path);
          }
        });
  }

  @Test
  void theScaleGrowsWhenAllIsWell() {
    DynamicLossScale scale = new DynamicLossScale();
    for (int step = 0; step < 2000; step++) {
      assertEquals(65536, scale.factor());
      scale.taken();
    }
    assertEquals(131072, scale.factor());
    scale.leftOut();
    assertEquals(65536, scale.factor());
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Refinements(0, 0, 0, 0, false));
    assertThrows(IllegalArgumentException.class, () -> new Refinements(1, -1, 0, 0, false));
    assertThrows(IllegalArgumentException.class, () -> new Refinements(1, 0, 1, 0, false));
    assertThrows(IllegalArgumentException.class, () -> new Refinements(1, 0, 0, 1, false));
  }

  private Map<String, double[]> trained(
      DataType precision, int batch, int accumulate, LossScale scale) throws DivergedException {
    TrainingSettings settings =
        new TrainingSettings(
            2,
            batch,
            3,
            new Sgd(0.9, 1e-3),
            Schedule.constant(0.05),
            new Refinements(accumulate, 0, 0, 0.1, false));
    try (Trainable network =
        new Scaled(
            new JavaNetwork(new ThreeLayerCnn(), ThreeLayerCnn.network(), Device.cpu(), precision),
            scale)) {
      network.setValues(InitialWeights.of(1, ThreeLayerCnn.network()).tensors());
      new Trainer(settings, data, List.of(), new StopSignal()).train(network);
      Map<String, double[]> values = new LinkedHashMap<>();
      network
          .parameters()
          .forEach(
              (path, array) ->
                  values.put(path, array.toType(DataType.FLOAT64, true).toDoubleArray()));
      return values;
    }
  }

  /** A network that wants its loss scaled. */
  private record Scaled(Trainable network, LossScale lossScale) implements Trainable {
    @Override
    public NDManager manager() {
      return network.manager();
    }

    @Override
    public NDArray forward(NDArray images, boolean training) {
      return network.forward(images, training);
    }

    @Override
    public SequencedMap<String, NDArray> parameters() {
      return network.parameters();
    }

    @Override
    public SequencedMap<String, NDArray> buffers() {
      return network.buffers();
    }

    @Override
    public void close() {
      network.close();
    }
  }
}
