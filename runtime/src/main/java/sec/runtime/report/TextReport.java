package sec.runtime.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sec.compiler.diagnostics.Printable;

/** A comparison as a table for a terminal. */
public final class TextReport {
  private static final String GAP = "  ";

  private TextReport() {}

  /**
   * A heading, a rule, and a row for each variant; names to the left, numbers to the right. Below
   * them, what was stopped.
   *
   * @return lines that end in a line feed each, without blanks before it
   */
  public static String render(Comparison comparison) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(Arrays.stream(Column.values()).map(Column::heading).toList());
    for (VariantResult variant : comparison.variants()) {
      rows.add(
          Arrays.stream(Column.values())
              .map(column -> oneLine(column.text(comparison, variant)))
              .toList());
    }
    int[] widths = new int[Column.values().length];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      text.append(line(rows.get(i), widths)).append('\n');
      if (i == 0) {
        int whole = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
        text.append("-".repeat(whole)).append('\n');
      }
    }
    String stopped = Summary.stopped(comparison);
    return stopped.isEmpty() ? text.toString() : text + "\n" + oneLine(stopped) + "\n";
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String blanks = " ".repeat(widths[i] - width(cells.get(i)));
      line.append(i == 0 ? "" : GAP);
      line.append(i == 0 ? cells.get(i) + blanks : blanks + cells.get(i));
    }
    return line.toString().stripTrailing();
  }

  /** A name may hold anything. Typographical dashes do not reach every terminal. */
  private static String oneLine(String text) {
    return Printable.line(text).replace('−', '-').replace('–', '-');
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
