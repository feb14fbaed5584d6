package sec.runtime.experiment;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sec.compiler.backend.torchscript.Precision;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.ir.Network;
import sec.compiler.weights.InitialWeights;
import sec.compiler.weights.Tensor;
import sec.compiler.weights.Weights;
import sec.runtime.EnvironmentException;

class EngineCheckTest {
  private static final Network NETWORK =
      new Targets(new Diagnostics()).network(TargetRequest.of("ThreeLayerSE")).orElseThrow();

  @ParameterizedTest
  @EnumSource(names = {"FP32", "BF16"})
  void passesWhatIsRight(Precision precision) {
    NetworkEngine engine = NetworkEngine.script(precision, Device.cpu());
    assertDoesNotThrow(() -> engine.check(NETWORK, InitialWeights.of(0, NETWORK)));
  }

  /** Weights that the archive cannot compute with, and the Java cannot either. */
  @Test
  void saysWhatIsWrong() {
    Map<String, Tensor> values = new LinkedHashMap<>(InitialWeights.of(0, NETWORK).tensors());
    values.replaceAll(
        (path, tensor) -> {
          float[] numbers = tensor.values().clone();
          numbers[0] = Float.NaN;
          return new Tensor(tensor.shape(), numbers);
        });
    EngineCheck check = new EngineCheck(NETWORK, new Weights(values), Device.cpu());
    String message =
        assertThrows(EnvironmentException.class, () -> check.of(Precision.BF16)).getMessage();
    assertTrue(
        requireNonNull(message).contains("ThreeLayerSE")
            && message.contains("its archive")
            && message.contains("--engine java"),
        message);
  }

  @Test
  void measuresByTheLargestNumber() {
    assertEquals(0.25, EngineCheck.deviation(new float[] {4, -1}, new float[] {3, -1.5f}));
    assertEquals(0, EngineCheck.deviation(new float[2], new float[2]));
    List.of(Float.NaN, Float.POSITIVE_INFINITY)
        .forEach(
            number ->
                assertEquals(
                    Double.POSITIVE_INFINITY,
                    EngineCheck.deviation(new float[] {1}, new float[] {number})));
  }
}
