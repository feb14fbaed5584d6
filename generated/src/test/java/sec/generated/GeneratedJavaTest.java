package sec.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.backend.djl.JavaProgram;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.ir.Network;
import sec.compiler.model.Definition;

/**
 * What stands in this module is what the compiler writes now for the library's nets. After a change
 * that is meant, write it anew with {@code mvn test -pl generated -am -Dsec.record=true}.
 */
class GeneratedJavaTest {
  private static final String PACKAGE = "zoo";
  private static final Path SOURCES = Path.of("src", "main", "java", PACKAGE);

  /** Lines of the longest file: blocks stay blocks. */
  private static final long LONGEST = 500;

  private static List<JavaProgram> programs = List.of();

  @BeforeAll
  static void write() throws IOException {
    programs = generate();
    if (Boolean.getBoolean("sec.record")) {
      record(programs.getFirst().sources());
    }
  }

  private static List<JavaProgram> generate() {
    Targets targets = new Targets(new Diagnostics());
    List<Network> networks =
        targets.libraryNets().stream()
            .map(Definition::name)
            .map(name -> targets.network(TargetRequest.of(name)).orElseThrow())
            .toList();
    return DjlBackend.generateAll(networks, PACKAGE);
  }

  private static void record(Map<String, String> sources) throws IOException {
    for (String old : files().keySet()) {
      Files.delete(SOURCES.resolve(old));
    }
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = SOURCES.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
    }
  }

  @TestFactory
  Stream<DynamicTest> isWhatTheCompilerWrites() throws IOException {
    Map<String, String> files = files();
    return programs.getFirst().sources().entrySet().stream()
        .map(
            source ->
                DynamicTest.dynamicTest(
                    source.getKey(),
                    () -> assertEquals(source.getValue(), files.get(source.getKey()))));
  }

  @Test
  void holdsNothingElse() throws IOException {
    assertEquals(programs.getFirst().sources().keySet(), files().keySet());
  }

  @Test
  void eachNetHasAClassOfItsOwn() {
    assertEquals(
        programs.size(), programs.stream().map(JavaProgram::qualifiedMainClass).distinct().count());
  }

  @Test
  void isTheSameInEveryRun() {
    assertEquals(programs, generate());
  }

  @TestFactory
  Stream<DynamicTest> staysShort() {
    return programs.getFirst().sources().entrySet().stream()
        .map(
            source ->
                DynamicTest.dynamicTest(
                    source.getKey(),
                    () -> {
                      long lines = source.getValue().lines().count();
                      assertTrue(lines < LONGEST, lines + " lines");
                    }));
  }

  private static Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (!Files.exists(SOURCES)) {
      return files;
    }
    try (Stream<Path> tree = Files.walk(SOURCES)) {
      tree.filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  String name = SOURCES.relativize(file).toString().replace('\\', '/');
                  files.put(name, Files.readString(file));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return files;
  }
}
