package sec.compiler.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A folder that compiled files go into. Files appear whole: they are written beside their places
 * first, and moved when all of them stand.
 */
public final class OutputFolder {
  private final Path folder;
  private final List<Path> written = new ArrayList<>();

  /** The folder at {@code folder}; it is made when something is written. */
  public OutputFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes one file by its path. */
  @FunctionalInterface
  public interface Content {
    /** Writes the file at {@code file}, as a whole or not at all. */
    void writeTo(Path file) throws IOException;
  }

  /** Writes one file called {@code name}. */
  public void write(String name, Content content) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name);
    content.writeTo(file);
    written.add(file);
  }

  /**
   * Writes several texts.
   *
   * @param below folder inside this one, with slashes; empty for none
   * @param texts by file name
   * @throws IOException if one cannot be written; no file has then changed, unless the last moves
   *     themselves failed
   */
  public void writeTexts(String below, Map<String, String> texts) throws IOException {
    Path target = Files.createDirectories(folder.resolve(below));
    Path staging = Files.createTempDirectory(target, ".sec");
    try {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        Files.write(
            staging.resolve(text.getKey()), text.getValue().getBytes(StandardCharsets.UTF_8));
      }
      for (String name : texts.keySet()) {
        Files.move(
            staging.resolve(name), target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        written.add(target.resolve(name));
      }
    } finally {
      delete(staging);
    }
  }

  private static void delete(Path staging) throws IOException {
    Files.walkFileTree(
        staging,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }
        });
    Files.deleteIfExists(staging);
  }

  /** What was written, in order. */
  public List<Path> written() {
    return List.copyOf(written);
  }
}
