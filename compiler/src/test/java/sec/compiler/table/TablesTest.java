package sec.compiler.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in cells cannot leave them, in any format. */
class TablesTest {
  private static Table table(String text) {
    return new Table(
        text,
        List.of(Table.Column.of("layer", "layer"), Table.Column.of("params", "params")),
        List.of(
            new Table.Row(Table.Kind.BODY, 1, List.of(Cell.text(text), Cell.difference(-1234))),
            new Table.Row(Table.Kind.TOTAL, 0, List.of(Cell.text("total"), Cell.count(5)))),
        List.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1",
        "a,b\"c\"\r\nd;e",
        "\\input{/etc/passwd} $x^2$ 100% #1 a_b ~ {}",
        "x | y `z` *b* _i_ <script>alert(1)</script> [l](u) ![i](u) &amp; ~~s~~",
        "[1ex] \\\\ \\end{tabular}",
        "* star",
        "right\u202Eleft \u0000 \u001B[31m"
      })
  void hostileText(String text) throws IOException {
    Table table = table(text);
    csv(CsvTable.render(table), text);
    assertTrue(LATEX.matcher(LatexTable.render(table)).matches(), LatexTable.render(table));
    assertTrue(
        MARKDOWN.matcher(MarkdownTable.render(table)).matches(), MarkdownTable.render(table));
    assertFalse(HIDDEN.matcher(TextTable.render(table)).find());
    assertEquals(9, TextTable.render(table).lines().count(), TextTable.render(table));
  }

  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");

  /** A cell of LaTeX: commands of the renderer's own, and letters that mean nothing. */
  private static final String LATEX_CELL =
      "(?:\\\\(?:textbackslash|textasciitilde|textasciicircum|textless|textgreater|textbar)\\{}"
          + "|\\\\[&%$#_{}]|\\{[\\[\\]*\"`'-]}|[^\\\\&%$#_{}~^<>|\\[\\]*\"`'\\p{Cc}\\p{Cf}-])*";

  private static final Pattern LATEX =
      Pattern.compile(
          "%.*\n%.*\n\\\\begin\\{tabular}\\{lr}\n\\\\toprule\nlayer & params \\\\\\\\\n\\\\midrule\n"
              + "\\\\quad "
              + LATEX_CELL
              + " & \\{-}1,234 \\\\\\\\\n\\\\midrule\ntotal & 5 \\\\\\\\\n\\\\bottomrule\n\\\\end\\{tabular}\n%.*\n");

  /** A cell of Markdown: a backslash before all that means something. */
  private static final String MARKDOWN_CELL =
      "(?:\\\\[\\\\`*_{}\\[\\]<>|~#&$!]|[^\\\\`*_{}\\[\\]<>|~#&$!\\p{Cc}\\p{Cf}])*";

  private static final Pattern MARKDOWN =
      Pattern.compile(
          MARKDOWN_CELL
              + "\n\n\\| layer \\| params \\|\n\\| --- \\| ---: \\|\n\\| &emsp;"
              + MARKDOWN_CELL
              + " \\| -1,234 \\|\n\\| \\*\\*total\\*\\* \\| \\*\\*5\\*\\* \\|\n\n"
              + MARKDOWN_CELL
              + "  \n");

  private static void csv(String written, String text) throws IOException {
    List<CSVRecord> records = CSVParser.parse(written, CSVFormat.RFC4180).getRecords();
    assertEquals(3, records.size(), written);
    String cell = records.get(1).get(0);
    assertFalse(cell.matches("[=+@\\t\\r-].*"), cell);
    assertEquals("-1234", records.get(1).get(1));
    assertTrue(cell.endsWith(text.substring(text.length() - 1)) || HIDDEN.matcher(text).find());
    assertFalse(HIDDEN.matcher(cell).find());
  }

  @Test
  void numbers() {
    assertEquals("999 B", Cell.bytes(999).shown());
    assertEquals("1.00 kB", Cell.bytes(1000).shown());
    assertEquals("9.99 kB", Cell.bytes(9994).shown());
    assertEquals("10.0 kB", Cell.bytes(9995).shown());
    assertEquals("1.00 MB", Cell.bytes(999_999).shown());
    assertEquals("9.22 EB", Cell.bytes(Long.MAX_VALUE).shown());
    assertEquals("0.0", Cell.share(0, 0).shown());
    assertEquals("", Cell.change(5, 0).shown());
    assertEquals("+25.00", Cell.change(5, 4).shown());
  }
}
