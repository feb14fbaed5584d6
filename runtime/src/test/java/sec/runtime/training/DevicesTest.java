package sec.runtime.training;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sec.runtime.EnvironmentException;

class DevicesTest {
  @Test
  void takesTheFirstGpuWhereThereIsOne() throws EnvironmentException {
    assertEquals(Device.cpu(), Devices.parse("auto", 0));
    assertEquals(Device.gpu(0), Devices.parse("auto", 2));
    assertEquals(Device.gpu(0), Devices.parse("gpu", 2));
    assertEquals(Device.gpu(1), Devices.parse("gpu:1", 2));
    assertEquals(Device.cpu(), Devices.parse("cpu", 2));
  }

  @Test
  void saysThatThereIsNoGpu() {
    String none =
        assertThrows(EnvironmentException.class, () -> Devices.parse("gpu", 0)).getMessage();
    String tooFew =
        assertThrows(EnvironmentException.class, () -> Devices.parse("gpu:2", 2)).getMessage();

    assertTrue(requireNonNull(none).contains("libtorch sees no GPU"), none);
    assertTrue(requireNonNull(tooFew).contains("sees 2 (gpu:0 to gpu:1)"), tooFew);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cuda", "gpu:", "gpu:-1", "gpu:99999", "CPU", "cpu:0"})
  void refusesOtherNames(String name) {
    assertThrows(IllegalArgumentException.class, () -> Devices.parse(name, 1));
  }
}
