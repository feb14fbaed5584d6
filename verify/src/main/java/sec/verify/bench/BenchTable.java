package sec.verify.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sec.compiler.table.Cell;
import sec.compiler.table.Table;
import sec.compiler.table.Table.Column;

/** What races came to, as a table. */
public final class BenchTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("net", "target"),
          Column.of("engine", "engine"),
          Column.of("batch", "batch"),
          Column.of("threads", "threads"),
          Column.of("ms", "median_ms"),
          Column.of("25 %", "lower_ms"),
          Column.of("75 %", "upper_ms"),
          Column.of("images/s", "images_per_second"),
          Column.of("Δ %", "overhead_percent"),
          Column.of("25 %", "overhead_lower_percent"),
          Column.of("75 %", "overhead_upper_percent"),
          Column.of("memory", "memory_bytes"),
          new Column("", "runs", Table.Audience.PROGRAMS));

  private static final List<String> NOTES =
      List.of(
          "ms: of a run, the median, and between which numbers the middle half lies; Δ: against"
              + " the first, of the medians, and of the runs of one round the middle half",
          "memory: by how much the process grew at most while the model was opened and answered"
              + " once, after those before it");

  private static final List<Cell> NO_OVERHEADS = List.of(Cell.EMPTY, Cell.EMPTY, Cell.EMPTY);

  private BenchTable() {}

  /**
   * The table.
   *
   * @param races each with the same entrants in the same order
   */
  public static Table of(List<List<Measurement>> races) {
    List<Table.Row> rows = new ArrayList<>();
    for (List<Measurement> race : races) {
      for (int i = 0; i < race.size(); i++) {
        // What the others are held against begins a group.
        Table.Kind kind = i == 0 ? Table.Kind.TOTAL : Table.Kind.BODY;
        List<Cell> overheads = i == 0 ? NO_OVERHEADS : overheads(race.get(i), race.getFirst());
        rows.add(new Table.Row(kind, 0, cells(race.get(i), overheads)));
      }
    }
    Measurement first = races.getFirst().getFirst();
    String title =
        "%d in turn, %d rounds; Δ against %s"
            .formatted(races.getFirst().size(), first.nanoseconds().length, first.entrant());
    return new Table(title, COLUMNS, rows, NOTES);
  }

  private static List<Cell> cells(Measurement measurement, List<Cell> overheads) {
    Setting setting = measurement.setting();
    Quartiles times = measurement.milliseconds();
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(measurement.entrant()));
    cells.add(Cell.text(setting.engine().toString()));
    cells.add(Cell.count(setting.batch()));
    cells.add(Cell.count(setting.threads()));
    cells.add(number("%.3f", times.median()));
    cells.add(number("%.3f", times.lower()));
    cells.add(number("%.3f", times.upper()));
    cells.add(number("%.1f", measurement.samplesPerSecond()));
    cells.addAll(overheads);
    cells.add(
        measurement.memory().isPresent()
            ? Cell.bytes(measurement.memory().getAsLong())
            : Cell.EMPTY);
    cells.add(Cell.count(measurement.nanoseconds().length));
    return cells;
  }

  private static List<Cell> overheads(Measurement measurement, Measurement base) {
    Quartiles byRounds = measurement.overheads(base);
    return List.of(
        percent(measurement.overhead(base)), percent(byRounds.lower()), percent(byRounds.upper()));
  }

  private static Cell percent(double share) {
    return number("%+.1f", 100 * share);
  }

  private static Cell number(String format, double number) {
    return Cell.real(number, String.format(Locale.ROOT, format, number));
  }
}
