package sec.compiler.source;

/**
 * A place in a text, for people.
 *
 * @param line from 1
 * @param column from 1, in code points
 */
public record Position(int line, int column) {
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
