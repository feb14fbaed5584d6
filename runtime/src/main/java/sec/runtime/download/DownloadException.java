package sec.runtime.download;

/** A file cannot be fetched. The message is for a person and says how to mend it. */
public final class DownloadException extends Exception {
  private static final long serialVersionUID = 1L;

  /** An error with a message for a person. */
  DownloadException(String message) {
    super(message);
  }

  /** An error with a message for a person, and what led to it. */
  DownloadException(String message, Throwable cause) {
    super(message, cause);
  }
}
