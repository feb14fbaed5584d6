package sec.compiler.ir;

import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostic;
import sec.compiler.source.Span;

/** An expression has no value: to be reported where it is used. */
final class EvaluationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  EvaluationException(Code code, Span span, String message, @Nullable String help) {
    super(message);
    this.diagnostic = Diagnostic.of(code, span, message).withHelp(help);
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
