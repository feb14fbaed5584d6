package sec.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder for files that nobody keeps. */
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;

  /** Makes an empty one. */
  public TemporaryFolder() throws IOException {
    path = Files.createTempDirectory("sec");
  }

  /** The file of that name in it. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /** Deletes what is in it: a large network's forms need not stand on the disk together. */
  void empty() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    empty();
    Files.delete(path);
  }
}
