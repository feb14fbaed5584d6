package sec.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sec.compiler.table.Cell;
import sec.compiler.table.Table;
import sec.compiler.table.Table.Column;

/**
 * What all checks of a network or a file came to.
 *
 * @param title what was checked
 * @param outcomes in order
 */
public record Verification(String title, List<Outcome> outcomes) {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("of", "subject"),
          Column.of("check", "check"),
          Column.of("error", "error"),
          Column.of("relative", "relative_error"),
          Column.of("at most", "tolerance"),
          Column.of("", "result"),
          new Column("", "note", Table.Audience.PROGRAMS));

  /** Keeps a copy. */
  public Verification {
    outcomes = List.copyOf(outcomes);
  }

  /** Those that failed. */
  public List<Outcome> failures() {
    return outcomes.stream().filter(o -> o.result() == Outcome.Result.FAILED).toList();
  }

  /** A line for each check; what is wrong, or was not asked, is told below. */
  public Table table() {
    List<Table.Row> rows = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      rows.add(new Table.Row(Table.Kind.BODY, 0, cells(outcome)));
      if (!outcome.note().isEmpty()) {
        notes.add(
            "%s, %s: %s".formatted(outcome.subject(), outcome.check().title(), outcome.note()));
      }
    }
    notes.add("error: the largest difference; relative: the same by the largest number expected");
    return new Table(title, COLUMNS, rows, notes);
  }

  private static List<Cell> cells(Outcome outcome) {
    Deviation deviation = outcome.deviation();
    return List.of(
        Cell.text(outcome.subject()),
        Cell.text(outcome.check().title()),
        error(deviation == null ? null : deviation.absolute()),
        error(deviation == null ? null : deviation.relative()),
        error(deviation == null ? null : Check.TOLERANCE),
        Cell.text(outcome.result().toString()),
        Cell.text(outcome.note()));
  }

  private static Cell error(@Nullable Double number) {
    return number == null
        ? Cell.EMPTY
        : Cell.real(number, number == 0 ? "0" : String.format(Locale.ROOT, "%.1e", number));
  }
}
