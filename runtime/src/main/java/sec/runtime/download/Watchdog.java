package sec.runtime.download;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Closes a stream from which nothing has come for too long: its reader would wait for ever. */
final class Watchdog implements AutoCloseable {
  private final InputStream stream;
  private final long patience;
  private final Thread thread;
  private volatile long lastFed = System.nanoTime();

  Watchdog(InputStream stream, Duration patience) {
    this.stream = stream;
    this.patience = patience.toNanos();
    this.thread = Thread.ofPlatform().daemon().name("download-watchdog").start(this::watch);
  }

  /** Something has come. */
  void fed() {
    lastFed = System.nanoTime();
  }

  private void watch() {
    try {
      for (long left = patience; left > 0; left = lastFed + patience - System.nanoTime()) {
        Thread.sleep(Duration.ofNanos(left));
      }
      stream.close();
    } catch (InterruptedException e) {
      // All has come.
    } catch (IOException e) {
      // It is closed all the same.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
