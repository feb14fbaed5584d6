package sec.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sec.runtime.training.StopSignal;

/**
 * Ctrl-C (or SIGTERM) asks the work to stop, and the process stays until that has saved what it
 * has; its exit status is then the one of an interrupted process, 130 (or 143).
 */
final class Interruption implements AutoCloseable {
  private static final int QUIET_SECONDS = 10;

  private final StopSignal stop = new StopSignal();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "interruption");

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  StopSignal stop() {
    return stop;
  }

  private void interrupted() {
    stop.request();
    try {
      if (!finished.await(QUIET_SECONDS, TimeUnit.SECONDS)) {
        System.err.printf(
            "sec: stopping after the present step; kill -9 %d ends it without saving%n",
            ProcessHandle.current().pid());
        finished.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is being interrupted: the hook runs, and has just been told.
    }
  }
}
