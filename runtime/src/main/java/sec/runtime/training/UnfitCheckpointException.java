package sec.runtime.training;

/** A checkpoint is another training's: its counts or its arrays mean something else here. */
public final class UnfitCheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A checkpoint that cannot be gone on from.
   *
   * @param reason what does not fit, and how it would
   */
  UnfitCheckpointException(String reason, Throwable cause) {
    super("The newest checkpoint does not fit this training: " + reason, cause);
  }
}
