package sec.compiler.source;

import java.util.Arrays;

/**
 * A text with a name. Offsets count UTF-16 units from 0; lines and columns count from 1, columns in
 * code points.
 */
public final class Source {
  /** Characters in one text, and bytes in one file: room for 100,000 lines. */
  public static final int LONGEST = 3 << 20;

  private final String name;
  private final String text;
  private final int[] lineStarts;

  /**
   * Makes a source.
   *
   * @param name as shown to people: a file name as given, or what stands for one ("--put")
   * @param text the whole text
   */
  public Source(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /** What this text is called. */
  public String name() {
    return name;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** Where {@code offset} is. */
  public Position position(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    int start = lineStarts[line];
    return new Position(line + 1, text.codePointCount(start, Math.min(offset, text.length())) + 1);
  }

  /** Line {@code number} (from 1), without its line end. */
  public Span line(int number) {
    int start = lineStarts[number - 1];
    int end = number < lineStarts.length ? lineStarts[number] - 1 : text.length();
    if (end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    return span(start, end);
  }

  /** The span from {@code start} up to, not including, {@code end}. */
  public Span span(int start, int end) {
    return new Span(this, start, end);
  }

  /** The span of the whole text. */
  public Span all() {
    return span(0, text.length());
  }

  @Override
  public String toString() {
    return name;
  }
}
