package sec.compiler.source;

/**
 * A stretch of a text.
 *
 * @param source the text
 * @param start offset of the first unit
 * @param end offset after the last unit; equal to {@code start} when empty
 */
public record Span(Source source, int start, int end) {

  /** Where it begins. */
  public Position position() {
    return source.position(start);
  }

  /** Where it ends: the place after its last character. */
  public Position endPosition() {
    return source.position(end);
  }

  /** Its characters. */
  public String text() {
    return source.text().substring(start, end);
  }

  /** From the start of this to the end of {@code last}, of the same source. */
  public Span to(Span last) {
    return new Span(source, start, last.end);
  }

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return source.name() + ":" + position();
  }
}
