package sec.runtime.runs;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.expand.Expansion;
import sec.compiler.ir.Network;
import sec.runtime.optimizers.Schedule;
import sec.runtime.optimizers.Sgd;
import sec.runtime.sample.Stripes;
import sec.runtime.training.TrainingSettings;

class RunRecordTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  /** A run is gone on with by its copy of the network, which has to be the same one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ThreeLayerSE",
        "SECifarResNet20",
        "DenseNet121",
        "MobileNetV2",
        "EfficientNetB0",
        "InceptionV3",
        "ShuffleNetV2",
        "SENet154"
      })
  void theExpansionHasTheSameFingerprint(String target) throws Exception {
    Network network = network(target);
    Path copy = folder.resolve("network.senet");
    Files.writeString(copy, Expansion.of(network, new Diagnostics()).orElseThrow());

    assertEquals(Fingerprint.of(network), Fingerprint.of(network(copy.toString())));
    assertNotEquals(Fingerprint.of(network), Fingerprint.of(network("ThreeLayerCNN")));
  }

  @Test
  void saysWhatIsNotAsItWas() throws Exception {
    RunRecord record = record(0.1);
    record.write(folder.resolve("run.json"));
    RunRecord read = RunRecord.read(folder.resolve("run.json"));

    assertEquals(List.of("train", "ThreeLayerSE"), read.command());
    assertEquals(List.of(), read.differences(record(0.1)));
    assertEquals(
        List.of("settings.schedule.initial was 0.1 and is 0.2"), read.differences(record(0.2)));
  }

  @Test
  void notesThatARunIsGoneOnWith() throws Exception {
    RunRecord twice = record(0.1).resumedBy(record(0.1)).resumedBy(record(0.1));
    twice.write(folder.resolve("run.json"));
    String text = Files.readString(folder.resolve("run.json"));
    assertEquals(3, text.split("\"begun\"", -1).length - 1, text);
    assertEquals(List.of(), record(0.1).differences(twice));
  }

  @Test
  void namesADamagedRecord() throws Exception {
    Path file = Files.writeString(folder.resolve("run.json"), "{\"command\": [");
    String message = assertThrows(RunException.class, () -> RunRecord.read(file)).getMessage();
    assertTrue(requireNonNull(message).contains("run.json is damaged"), message);
  }

  private static RunRecord record(double rate) {
    TrainingSettings settings =
        new TrainingSettings(2, 8, 0, new Sgd(0.9, 0), Schedule.constant(rate));
    return RunRecord.of(
        List.of("train", "ThreeLayerSE"),
        network("ThreeLayerSE"),
        Stripes.images(8),
        settings,
        Map.of("name", "java"),
        Device.cpu());
  }

  private static Network network(String target) {
    return new Targets(new Diagnostics()).network(TargetRequest.of(target)).orElseThrow();
  }
}
