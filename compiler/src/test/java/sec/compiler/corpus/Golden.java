package sec.compiler.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of expected results. {@code mvn -pl compiler -am test -Dtest='*Golden*,CorpusTest'
 * -Dsurefire.failIfNoSpecifiedTests=false -Dsec.record=true} writes them anew; read the difference
 * before committing it.
 */
public final class Golden {
  private static final boolean RECORD = Boolean.getBoolean("sec.record");

  /** Tests run in the folder of their module. */
  public static final Path RESOURCES = Path.of("src", "test", "resources");

  private Golden() {}

  /** Holds {@code actual} to the text of {@code file}, or writes it there. */
  public static void check(Path file, String actual) {
    try {
      if (RECORD) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      } else if (Files.notExists(file)) {
        fail(file + " is missing; -Dsec.record=true writes it: " + actual);
      }
      String expected = Files.readString(file, StandardCharsets.UTF_8);
      assertEquals(expected, actual, () -> "differs from " + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of one folder that end in {@code extension}, in alphabetical order. */
  public static List<Path> files(Path folder, String extension) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(extension)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code file} with another extension. */
  public static Path beside(Path file, String extension) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + extension);
  }
}
