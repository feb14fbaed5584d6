package sec.bench;

/** A text of any number of lines, as specs are written: blocks, nets of them, and variants. */
final class LongText {
  private LongText() {}

  /** A text of about {@code lines} lines without a mistake. */
  static String of(int lines) {
    StringBuilder text = new StringBuilder("senet 1;\n");
    for (int i = 0; i * 10 + 1 < lines; i++) {
      text.append(
          """
          /// Block %1$d.
          block B%1$d(out, stride = 1) <
            slot gate;
            add( conv(out, 3, stride) bn gate
               | conv(out, 1, stride) bn )
            relu
          >
          net N%1$d : [3, 8, 8] < B%1$d(4) gap >
          // The same with a gate.
          variant V%1$d of N%1$d < at gate put relu >
          """
              .formatted(i));
    }
    return text.toString();
  }
}
