package sec.runtime.training;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import org.junit.jupiter.api.Test;
import sec.compiler.backend.torchscript.Precision;
import sec.compiler.backend.torchscript.TorchScriptBackend;
import sec.compiler.ir.Network;
import sec.runtime.EnvironmentException;
import sec.runtime.optimizers.Adadelta;
import sec.runtime.optimizers.Schedule;
import sec.runtime.sample.SampleNet;

class MemoryNeedTest {
  private static final Network NETWORK = SampleNet.network();

  /** Input, conv, bn, relu, the gate's gap, fc, relu, fc and sigmoid, its product, dropout, fc. */
  private static final long IMAGE =
      4 * (3 * 64 + 3 * 8 * 64 + 8 + 2 + 2 + 8 + 8 + 8 * 64 + 8 * 64 + 10);

  @Test
  void countsTheResultOfEachOperator() {
    assertEquals(IMAGE, MemoryNeed.activationBytes(NETWORK, node -> Float.BYTES));
  }

  /** The rectifiers overwrite what batch normalisation and a fully connected layer gave. */
  @Test
  void archivesKeepLess() {
    assertEquals(IMAGE - 4 * (8 * 64 + 2), inArchive(Precision.FP32));
    assertTrue(inArchive(Precision.BF16) < inArchive(Precision.FP32) - 2 * 8 * 64);
  }

  private static double inArchive(Precision precision) {
    return MemoryNeed.activationBytes(
        NETWORK, TorchScriptBackend.bytesOfNumbers(NETWORK, precision));
  }

  @Test
  void refusesWhatCannotFit() {
    long gibibyte = 1L << 30;
    long fits = gibibyte / IMAGE;

    assertDoesNotThrow(() -> MemoryNeed.check(NETWORK, IMAGE, (int) fits, gibibyte));
    assertEquals(
        "SampleNet needs about 40 GiB for activations at batch %,d, and this machine has 1.0 GiB:"
                .formatted(40 * fits)
            + " use --batch with clearly less than %,d".formatted(fits),
        refusal((int) (40 * fits), gibibyte));
    assertEquals(
        "SampleNet needs about 0.0 GiB for activations at batch 1, and this machine has 0.0 GiB:"
            + " that is too little even for a single image",
        refusal(1, IMAGE - 1));
  }

  @Test
  void looksAtTheBatchThatThereIs() {
    TrainingSettings settings =
        new TrainingSettings(
            1, Integer.MAX_VALUE, 0, new Adadelta(), Schedule.decayEachEpoch(1, 1));

    assertDoesNotThrow(() -> MemoryNeed.check(NETWORK, IMAGE, 100, settings, Device.cpu()));
    assertThrows(
        EnvironmentException.class,
        () -> MemoryNeed.check(NETWORK, IMAGE, Integer.MAX_VALUE, settings, Device.cpu()));
    assertDoesNotThrow(
        () -> MemoryNeed.check(NETWORK, IMAGE, Integer.MAX_VALUE, settings, Device.gpu()));
  }

  private static String refusal(int batch, long memory) {
    return requireNonNull(
        assertThrows(
                EnvironmentException.class, () -> MemoryNeed.check(NETWORK, IMAGE, batch, memory))
            .getMessage());
  }
}
