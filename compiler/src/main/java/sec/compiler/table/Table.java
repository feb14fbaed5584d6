package sec.compiler.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A table.
 *
 * @param title what it is about, one line
 * @param columns from left to right
 * @param rows from top to bottom
 * @param notes lines below it, for people
 */
public record Table(String title, List<Column> columns, List<Row> rows, List<String> notes) {

  /** Keeps copies. */
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** Who a column is for. */
  public enum Audience {
    /** Both. */
    ALL,
    /** Who reads. */
    PEOPLE,
    /** Who computes. */
    PROGRAMS
  }

  /**
   * A column.
   *
   * @param title for people
   * @param key for programs
   * @param audience who it is for
   */
  public record Column(String title, String key, Audience audience) {
    /** One for people and programs. */
    public static Column of(String title, String key) {
      return new Column(title, key, Audience.ALL);
    }
  }

  /** What a row is. */
  public enum Kind {
    /** One of many. */
    BODY,
    /** The sum of those before it, or the head of those after it. */
    TOTAL
  }

  /**
   * A row.
   *
   * @param kind what it is
   * @param level how far inside of others it stands; the first column shows it
   * @param cells one for each column
   */
  public record Row(Kind kind, int level, List<Cell> cells) {
    /** Keeps a copy. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** The same without the columns that are for others only. */
  Table seenBy(Audience audience) {
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Audience whose = columns.get(i).audience();
      if (whose == Audience.ALL || whose == audience) {
        seen.add(i);
      }
    }
    return new Table(
        title,
        seen.stream().map(columns::get).toList(),
        rows.stream()
            .map(row -> new Row(row.kind, row.level, seen.stream().map(row.cells::get).toList()))
            .toList(),
        notes);
  }

  /** Whether there are numbers in a column and nothing else. */
  boolean isNumeric(int column) {
    return rows.stream()
            .map(row -> row.cells.get(column))
            .allMatch(cell -> cell.number() || cell.shown().isEmpty())
        && rows.stream().anyMatch(row -> row.cells.get(column).number());
  }
}
