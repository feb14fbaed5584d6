package sec.compiler.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sec.compiler.io.FileFailure;

/** Where texts come from: the standard library inside the program, and one folder of files. */
public final class SourceTree {
  /** What the names of files end in. */
  public static final String EXTENSION = ".senet";

  private static final String LIBRARY = "/senet";

  /** A text cannot be had; the message says why, in a user's terms. */
  public static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A text that cannot be had for this reason. */
    public UnreadableException(String message) {
      super(message);
    }

    /** Why. */
    public String message() {
      return String.valueOf(getMessage());
    }
  }

  /** A text of the library: {@code std/attention.senet}; empty when there is none. */
  public Optional<Source> library(String path) throws UnreadableException {
    try (InputStream stream = SourceTree.class.getResourceAsStream(LIBRARY + "/" + path)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(decode("<library>/" + path, stream.readAllBytes()));
    } catch (IOException e) {
      throw new UnreadableException(path + " of the standard library cannot be read: " + e);
    }
  }

  /** The paths of all texts of the library, in alphabetical order. */
  public List<String> libraryPaths() {
    URL root = SourceTree.class.getResource(LIBRARY);
    if (root == null) {
      throw new IllegalStateException("the standard library is not on the class path");
    }
    try {
      URI uri = root.toURI();
      if (!uri.getScheme().equals("jar")) {
        return paths(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return paths(jar.getPath(LIBRARY));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the standard library cannot be listed", e);
    }
  }

  private static List<String> paths(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(EXTENSION))
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** The text of a file, called {@code name} in messages. */
  public Source file(Path path, String name) throws UnreadableException {
    try {
      if (Files.isDirectory(path)) {
        throw new UnreadableException(name + " is a folder, not a file");
      }
      if (Files.size(path) > Source.LONGEST) {
        throw new UnreadableException(
            "%s has %,d bytes; at most %,d are read: split it into files that are checked one by one"
                .formatted(name, Files.size(path), Source.LONGEST));
      }
      return decode(name, Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      throw new UnreadableException("there is no file " + name);
    } catch (IOException e) {
      throw new UnreadableException(FileFailure.message(e, name));
    }
  }

  private static Source decode(String name, byte[] bytes) throws UnreadableException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      return new Source(name, StandardCharsets.UTF_8.newDecoder().decode(buffer).toString());
    } catch (CharacterCodingException e) {
      throw new UnreadableException(
          "%s is not UTF-8 text: byte %,d does not fit".formatted(name, buffer.position() + 1));
    }
  }
}
