package sec.runtime.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.ir.Network;
import sec.compiler.weights.Tensor;
import sec.runtime.GradientRecording;
import sec.runtime.training.Trainable;

class LostLayerTest {
  private final Network network =
      new Targets(new Diagnostics()).network(TargetRequest.of("ThreeLayerSE")).orElseThrow();

  @Test
  void namesTheLayerWhoseOutputIsTheFirstToBeLost() throws Exception {
    assertEquals(Optional.empty(), firstLostWith(""));
    assertEquals(Optional.of("middle.SE.fc.1"), firstLostWith("middle.SE.fc.1.bias"));
    assertEquals(Optional.of("fc"), firstLostWith("fc.weight"));
  }

  @Test
  void namesTheLayerThatIsTooLargeForHalfPrecision() throws Exception {
    assertEquals(Optional.of("middle.SE.fc.1"), firstLost("middle.SE.fc.1.bias", 66_000, 65_504));
    assertEquals(Optional.empty(), firstLost("middle.SE.fc.1.bias", 66_000, Double.MAX_VALUE));
  }

  /** With a NaN in one of the weights. */
  private Optional<String> firstLostWith(String path) throws Exception {
    return firstLost(path, Float.NaN, Double.MAX_VALUE);
  }

  private Optional<String> firstLost(String path, float number, double largest) throws Exception {
    GradientRecording.off();
    try (Trainable trained = NetworkEngine.java(Device.cpu()).network(network, 0);
        NDManager manager = trained.manager().newSubManager()) {
      Map<String, Tensor> values = new LinkedHashMap<>(trained.values());
      values.computeIfPresent(
          path,
          (name, tensor) -> {
            tensor.values()[0] = number;
            return tensor;
          });
      trained.setValues(values);
      NDArray images = manager.randomUniform(-1, 1, new Shape(4, 3, 32, 32));
      return new LostLayer(network, largest).firstLost(trained, images);
    }
  }
}
