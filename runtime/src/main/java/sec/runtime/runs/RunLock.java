package sec.runtime.runs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import sec.runtime.WriteLock;

/** Keeps a folder for one process. The system gives it free when that one ends, however it ends. */
final class RunLock implements AutoCloseable {
  private static final String FILE = "lock";

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes a folder.
   *
   * @throws RunException if another run has it
   * @throws IOException if the lock cannot be written
   */
  static RunLock take(Path folder) throws RunException, IOException {
    Path file = folder.resolve(FILE);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = WriteLock.of(channel);
      if (lock == null) {
        String owner = Files.readString(file).strip();
        throw new RunException(
            folder
                + " is in use"
                + (owner.isEmpty() ? "" : " by process " + owner)
                + ": wait until that run has ended, or give another --run-dir");
      }
      String own = Long.toString(ProcessHandle.current().pid());
      channel.truncate(0).write(ByteBuffer.wrap(own.getBytes(StandardCharsets.UTF_8)));
      return new RunLock(channel);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
  }

  /** Gives the folder free. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
