package sec.compiler.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** Writes a file by its path, and perhaps others beside it. */
  @FunctionalInterface
  public interface Content {
    /** Writes them, each as a whole or not at all; returns what was written. */
    List<Path> writeTo(Path file) throws IOException;
  }

  /** Writes a file called {@code name}. */
  public void write(String name, Content content) throws IOException {
    Files.createDirectories(folder);
    written.addAll(content.writeTo(folder.resolve(name)));
  }

  /**
   * Writes several texts.
   *
   * @param below folder inside this one, with slashes; empty for none
   * @param texts by file name, which may hold folders, with slashes
   * @throws IOException if one cannot be written; no file has then changed, unless the last moves
   *     themselves failed
   */
  public void writeTexts(String below, Map<String, String> texts) throws IOException {
    Path target = Files.createDirectories(folder.resolve(below));
    for (String name : texts.keySet()) {
      // Before anything moves; and a move would take the place of a folder that is empty.
      if (Files.isDirectory(target.resolve(name))) {
        throw new FileSystemException(target.resolve(name).toString(), null, "is a folder");
      }
    }
    Path staging = Files.createTempDirectory(target, ".sec");
    try {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        write(target, staging, text.getKey(), text.getValue());
      }
      for (String name : texts.keySet()) {
        Files.createDirectories(target.resolve(name).getParent());
        Files.move(
            staging.resolve(name), target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        written.add(target.resolve(name));
      }
    } finally {
      delete(staging);
    }
  }

  private static void write(Path target, Path staging, String name, String text)
      throws IOException {
    try {
      Files.createDirectories(staging.resolve(name).getParent());
      Files.write(staging.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A full disk says that it is full, but not for which file; nor is the staging place of use.
      String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
      FileSystemException named =
          new FileSystemException(target.resolve(name).toString(), null, reason);
      named.initCause(e);
      throw named;
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

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** What was written, in order. */
  public List<Path> written() {
    return List.copyOf(written);
  }
}
