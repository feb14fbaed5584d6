package sec.compiler.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Replaces a file as a whole: what was there stays until everything new has reached the disk, so a
 * crash leaves the old file or the new one, never a part.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the new content, from the start of an empty file. */
  @FunctionalInterface
  public interface Content {
    /** Writes it to {@code channel}, which the caller closes. */
    void writeTo(FileChannel channel) throws IOException;
  }

  /**
   * Puts {@code content} at {@code target}, by way of a temporary file in the same folder.
   *
   * @throws IOException if it cannot be written; {@code target} is then as before
   */
  public static void write(Path target, Content content) throws IOException {
    write(target, content, true);
  }

  /**
   * The same for what can be made again: it does not wait for the disk. A crash of this process
   * leaves the old file or the new one; one of the whole machine, soon after, may leave a part.
   *
   * @throws IOException if it cannot be written; {@code target} is then as before
   */
  public static void writeRepeatable(Path target, Content content) throws IOException {
    write(target, content, false);
  }

  private static void write(Path target, Content content, boolean durable) throws IOException {
    Path absolute = target.toAbsolutePath();
    String unique = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
    Path temporary = absolute.resolveSibling("." + absolute.getFileName() + "." + unique + ".tmp");
    try {
      // Not Files.createTempFile: its files are readable by their owner alone, even once renamed.
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(channel);
        if (durable) {
          channel.force(true);
        }
      }
      replace(temporary, absolute);
    } catch (AccessDeniedException e) {
      throw about(new AccessDeniedException(target.toString()), e);
    } catch (NoSuchFileException e) {
      throw about(new NoSuchFileException(target.toString()), e);
    } catch (FileSystemException e) {
      throw about(new FileSystemException(target.toString(), null, e.getReason()), e);
    } catch (IOException e) {
      // A full disk says that it is full, but not for which file.
      throw about(new FileSystemException(target.toString(), null, e.getMessage()), e);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Puts {@code text} at {@code target}, in UTF-8.
   *
   * @throws IOException if it cannot be written; {@code target} is then as before
   */
  public static void write(Path target, String text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    write(
        target,
        channel -> {
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        });
  }

  /** The temporary file is of no interest to who asked for {@code target}. */
  private static FileSystemException about(FileSystemException target, IOException cause) {
    target.initCause(cause);
    return target;
  }

  private static void replace(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
