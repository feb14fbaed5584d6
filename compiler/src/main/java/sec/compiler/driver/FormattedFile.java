package sec.compiler.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.io.AtomicFile;
import sec.compiler.source.Source;
import sec.compiler.source.SourceTree;
import sec.compiler.source.SourceTree.UnreadableException;
import sec.compiler.syntax.format.Formatter;

/**
 * A file and its text in the one layout.
 *
 * @param path where it is
 * @param before its text
 * @param after its text laid out
 */
public record FormattedFile(Path path, String before, String after) {

  /** Reads the file that a person calls {@code name}; empty when it has errors. */
  public static Optional<FormattedFile> read(String name, Diagnostics diagnostics) {
    Source named = new Source("command line", name);
    try {
      Path path = Path.of(name);
      Source source = new SourceTree().file(path, name);
      return Formatter.format(source, diagnostics)
          .map(after -> new FormattedFile(path, source.text(), after));
    } catch (InvalidPathException e) {
      diagnostics.add(Code.E104, named.all(), "this is no file name: " + e.getMessage(), null);
    } catch (UnreadableException e) {
      diagnostics.add(Code.E104, named.all(), e.message(), null);
    }
    return Optional.empty();
  }

  /** Whether the file is not in the one layout. */
  public boolean differs() {
    return !before.equals(after);
  }

  /** Writes the layout into the file, which keeps who may read it; a link stays one. */
  public void write() throws IOException {
    Path real = path.toRealPath();
    Set<PosixFilePermission> permissions = permissions(real);
    AtomicFile.write(real, after);
    if (permissions != null) {
      Files.setPosixFilePermissions(real, permissions);
    }
  }

  private static @Nullable Set<PosixFilePermission> permissions(Path file) throws IOException {
    boolean posix = Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
    return posix ? Files.getPosixFilePermissions(file) : null;
  }
}
