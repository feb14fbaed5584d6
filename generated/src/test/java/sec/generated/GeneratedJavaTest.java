package sec.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.backend.djl.JavaProgram;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.model.Definition;

/**
 * What stands in this module is what the compiler writes now for the library's nets. After a change
 * that is meant, write it anew with {@code mvn test -pl generated -am -Dsec.record=true}.
 */
class GeneratedJavaTest {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final boolean RECORD = Boolean.getBoolean("sec.record");

  @TestFactory
  Stream<DynamicTest> isWhatTheCompilerWrites() {
    return new Targets(new Diagnostics())
        .libraryNets().stream()
            .map(Definition::name)
            .map(name -> DynamicTest.dynamicTest(name, () -> holds(name)));
  }

  private static void holds(String name) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    JavaProgram program =
        new Targets(diagnostics)
            .network(TargetRequest.of(name))
            .map(DjlBackend::generate)
            .orElseThrow();
    Path folder = SOURCES.resolve(program.packageName());
    if (RECORD) {
      Files.createDirectories(folder);
      for (Path old : files(folder).keySet().stream().map(folder::resolve).toList()) {
        Files.delete(old);
      }
      for (Map.Entry<String, String> source : program.sources().entrySet()) {
        Files.writeString(folder.resolve(source.getKey()), source.getValue());
      }
    }
    assertFalse(program.sources().isEmpty());
    assertEquals(program.sources(), files(folder));
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> list = Files.list(folder)) {
      list.forEach(
          file -> {
            try {
              files.put(file.getFileName().toString(), Files.readString(file));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return files;
  }
}
