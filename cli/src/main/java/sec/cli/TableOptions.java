package sec.cli;

import java.util.Locale;
import picocli.CommandLine.Option;
import sec.compiler.table.CsvTable;
import sec.compiler.table.JsonTable;
import sec.compiler.table.LatexTable;
import sec.compiler.table.MarkdownTable;
import sec.compiler.table.Table;
import sec.compiler.table.TextTable;

/** How a table is printed. */
final class TableOptions {
  private enum Format {
    TABLE,
    JSON,
    CSV,
    MARKDOWN,
    LATEX;

    /** As users type it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--format",
      paramLabel = "table|json|csv|markdown|latex",
      description = "How to print it; table unless given.")
  private Format format = Format.TABLE;

  /** Whether programs asked, which may be told more than a table. */
  boolean isJson() {
    return format == Format.JSON;
  }

  /** Whether it is read where it is printed, and may hold several tables. */
  boolean isForPeople() {
    return format == Format.TABLE;
  }

  String render(Table table) {
    return switch (format) {
      case TABLE -> TextTable.render(table);
      case JSON -> JsonTable.render(table);
      case CSV -> CsvTable.render(table);
      case MARKDOWN -> MarkdownTable.render(table);
      case LATEX -> LatexTable.render(table);
    };
  }
}
