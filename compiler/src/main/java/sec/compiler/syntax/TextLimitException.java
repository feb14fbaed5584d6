package sec.compiler.syntax;

import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostic;
import sec.compiler.source.Span;

/** A text is beyond the limits: too deep, or too much, for the stages that come after. */
final class TextLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  private TextLimitException(Code code, Span span, String message, String help) {
    super(message);
    this.diagnostic = Diagnostic.of(code, span, message).withHelp(help);
  }

  static TextLimitException nesting(Span span, String message, String help) {
    return new TextLimitException(Code.E103, span, message, help);
  }

  static TextLimitException size(Span span, String message, String help) {
    return new TextLimitException(Code.E104, span, message, help);
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
