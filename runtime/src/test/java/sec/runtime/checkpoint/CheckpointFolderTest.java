package sec.runtime.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.operators.Shape;
import sec.compiler.weights.SafetensorsFile;
import sec.compiler.weights.Tensor;

class CheckpointFolderTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  /** A training that goes on from an older one writes older ones than that which is damaged. */
  @Test
  void aDamagedOneDoesNotPushOutWhatIsWhole() throws IOException {
    for (int step = 1; step <= 3; step++) {
      save(3, step);
    }
    Files.write(folder.resolve("step-00000003.safetensors"), new byte[] {1, 2, 3});
    assertEquals(2, newest());

    save(1, 2);
    assertEquals(List.of("step-00000002.safetensors"), files());
    assertEquals(2, newest());
  }

  private void save(int keep, int step) throws IOException {
    LinkedHashMap<String, Shape> shapes = new LinkedHashMap<>(Map.of("step", Shape.of(1)));
    new CheckpointFolder(folder, keep)
        .save(step, shapes, name -> new Tensor(Shape.of(1), new float[] {step}), Map.of());
  }

  private int newest() throws IOException {
    try (SafetensorsFile file = new CheckpointFolder(folder, 1).openNewest().orElseThrow()) {
      return (int) file.read("step").values()[0];
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
