package sec.compiler.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import sec.compiler.diagnostics.Printable;

/** A table as comma-separated values (RFC 4180): a header, and the numbers as they are. */
public final class CsvTable {
  /** What makes a spreadsheet take text for a formula. */
  private static final String FORMULA = "=+-@\t\r";

  private CsvTable() {}

  /** The text; records end in carriage return and line feed, as RFC 4180 says. */
  public static String render(Table all) {
    Table table = all.seenBy(Table.Audience.PROGRAMS);
    StringBuilder out = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
      printer.printRecord(table.columns().stream().map(Table.Column::key).toList());
      for (Table.Row row : table.rows()) {
        List<String> cells =
            row.cells().stream().map(cell -> cell.number() ? cell.raw() : text(cell)).toList();
        printer.printRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringBuilder never fails
    }
    return out.toString();
  }

  /** Text with an apostrophe before what a spreadsheet would compute. */
  private static String text(Cell cell) {
    String text = cell.raw();
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return (formula ? "'" : "") + Printable.line(text);
  }
}
