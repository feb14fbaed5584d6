package sec.compiler.syntax;

import sec.compiler.source.Span;

/** A text nests deeper than the stages after the parser should follow. */
final class NestingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Span span;
  private final String help;

  NestingException(Span span, String message, String help) {
    super(message);
    this.span = span;
    this.help = help;
  }

  Span span() {
    return span;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  String help() {
    return help;
  }
}
