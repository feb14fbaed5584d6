package sec.compiler.table;

import java.util.Locale;

/**
 * What stands in one place of a table.
 *
 * @param shown for people
 * @param raw for programs: numbers without units and separators
 * @param number whether it is one
 */
public record Cell(String shown, String raw, boolean number) {
  /** Nothing. */
  public static final Cell EMPTY = new Cell("", "", false);

  private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

  /** Text, which may be anything. */
  public static Cell text(String text) {
    return new Cell(text, text, false);
  }

  /** A count. */
  public static Cell count(long number) {
    return new Cell(format("%,d", number), Long.toString(number), true);
  }

  /**
   * A number that is no count; one that is infinite or none is text to programs.
   *
   * @param shown for people
   */
  public static Cell real(double number, String shown) {
    return new Cell(shown, Double.toString(number), Double.isFinite(number));
  }

  /** A count less another one. */
  public static Cell difference(long number) {
    return new Cell(number == 0 ? "0" : format("%+,d", number), Long.toString(number), true);
  }

  /** {@code part} of {@code whole} in percent. */
  public static Cell share(long part, long whole) {
    double percent = whole == 0 ? 0 : 100.0 * part / whole;
    return new Cell(format("%.1f", percent), format("%.4f", percent), true);
  }

  /** How many percent {@code number} is more than {@code base}; empty where the base is 0. */
  public static Cell change(long number, long base) {
    if (base == 0) {
      return EMPTY;
    }
    double percent = 100.0 * (number - base) / base;
    return new Cell(number == base ? "0" : format("%+.2f", percent), format("%.4f", percent), true);
  }

  /** So many bytes; for people in the unit that leaves three digits or four. */
  public static Cell bytes(long bytes) {
    double value = bytes;
    String unit = "B";
    for (int i = 0; value >= 999.5 && i < UNITS.length; i++) {
      value /= 1000;
      unit = UNITS[i];
    }
    String digits =
        unit.equals("B") ? "%.0f" : value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f";
    return new Cell(format(digits, value) + " " + unit, Long.toString(bytes), true);
  }

  private static String format(String pattern, Object number) {
    return String.format(Locale.ROOT, pattern, number);
  }
}
