package sec.runtime.data;

import static java.util.Objects.requireNonNull;

/** A {@link DataException} that shows only while a training is under way. */
public final class UncheckedDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Carries an error to whoever asked for the data. */
  public UncheckedDataException(DataException cause) {
    super(cause.getMessage(), cause);
  }

  /** What is wrong. */
  @Override
  public synchronized DataException getCause() {
    return (DataException) requireNonNull(super.getCause());
  }
}
