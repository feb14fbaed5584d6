package sec.runtime.training;

/**
 * A request to stop soon, from any thread: a signal handler's, a user interface's. Trainings look
 * at it before each step and end in good order.
 */
public final class StopSignal {
  private volatile boolean requested;

  /** Asks to stop. */
  public void request() {
    requested = true;
  }

  /** Whether anyone has asked. */
  public boolean requested() {
    return requested;
  }
}
