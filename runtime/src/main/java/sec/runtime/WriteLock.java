package sec.runtime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import org.jspecify.annotations.Nullable;

/** Keeps a file for one writer. The system gives it free when that one ends, however it ends. */
public final class WriteLock {
  private WriteLock() {}

  /**
   * The lock, unless another process, or another thread of this one, has it.
   *
   * @throws IOException if the file cannot be locked at all
   */
  public static @Nullable FileLock of(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
