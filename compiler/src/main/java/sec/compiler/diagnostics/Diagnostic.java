package sec.compiler.diagnostics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sec.compiler.source.Span;

/**
 * One thing wrong with a text.
 *
 * @param code its stable code
 * @param span where the author wrote it
 * @param message one sentence in the user's terms, with the numbers
 * @param notes further lines: where in the network it happened, outermost last
 * @param help how to mend it, usable as it stands; null where there is no good guess
 */
public record Diagnostic(
    Code code, Span span, String message, List<String> notes, @Nullable String help) {

  /** Keeps a copy of the notes. */
  public Diagnostic {
    notes = List.copyOf(notes);
  }

  /** A diagnostic without notes or help. */
  public static Diagnostic of(Code code, Span span, String message) {
    return new Diagnostic(code, span, message, List.of(), null);
  }

  /** The same with help. */
  public Diagnostic withHelp(@Nullable String help) {
    return new Diagnostic(code, span, message, notes, help);
  }

  /** The same with notes. */
  public Diagnostic withNotes(List<String> notes) {
    return new Diagnostic(code, span, message, notes, help);
  }

  /** Whether it keeps the input from being compiled. */
  public boolean isError() {
    return code.severity() == Code.Severity.ERROR;
  }
}
