package sec.compiler.operators;

import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;

/** A shape rule says no: to be turned into a diagnostic where the author wrote the operator. */
public final class ShapeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Code code;
  private final @Nullable String help;

  /** Says what is wrong, with the numbers, and how to mend it where that is known. */
  public ShapeException(Code code, String message, @Nullable String help) {
    super(message);
    this.code = code;
    this.help = help;
  }

  /** The code of the diagnostic. */
  public Code code() {
    return code;
  }

  /** What is wrong. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** How to mend it, or null. */
  public @Nullable String help() {
    return help;
  }
}
