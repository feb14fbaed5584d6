package sec.runtime.training;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sec.compiler.backend.torchscript.Precision;

class PrecisionsTest {
  @ParameterizedTest
  @CsvSource({
    "auto, false, fpu avx512f, FP32",
    "auto, false, fpu avx512_bf16, BF16",
    "auto, false, amx_tile amx_bf16, BF16",
    "auto, true, fpu, BF16",
    "fp32, true, fpu, FP32",
    "bf16, false, fpu, BF16",
    "fp16, true, fpu, FP16"
  })
  void followsTheDevice(String name, boolean gpu, String flags, Precision precision) {
    assertEquals(precision, Precisions.parse(name, gpu, List.of(flags.split(" ", -1))));
  }

  @Test
  void refusesHalfPrecisionOnCpus() {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> Precisions.parse("fp16", false, List.of()))
            .getMessage();
    assertTrue(requireNonNull(message).contains("take bf16 or fp32"), message);
  }

  @Test
  void refusesOtherNames() {
    assertThrows(IllegalArgumentException.class, () -> Precisions.parse("FP32", true, List.of()));
  }
}
