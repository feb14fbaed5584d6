package sec.runtime.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** Another process, which tries to lock a file and exits with 1 if it could. */
final class LockProbe {
  private LockProbe() {}

  public static void main(String[] args) throws IOException {
    boolean free;
    try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      free = lock != null;
    }
    System.exit(free ? 1 : 0);
  }

  /** Whether this process has the file locked, as others see it. */
  static boolean isLocked(Path file) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  LockProbe.class.getName(),
                  file.toString())
              .inheritIO()
              .start();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the other process did not end");
      }
      return process.exitValue() == 0;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
