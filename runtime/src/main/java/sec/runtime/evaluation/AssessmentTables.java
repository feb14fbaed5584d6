package sec.runtime.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sec.compiler.table.Cell;
import sec.compiler.table.Table;
import sec.compiler.table.Table.Column;
import sec.compiler.table.Table.Kind;
import sec.compiler.table.Table.Row;

/** An assessment for people and programs. */
public final class AssessmentTables {
  /** How many of a class's mistakes are told. */
  private static final int MISTAKES = 2;

  private final Assessment assessment;
  private final String title;
  private final List<String> classes;

  /**
   * Tables.
   *
   * @param title which network on which images
   * @param classes their names
   */
  public AssessmentTables(Assessment assessment, String title, List<String> classes) {
    this.assessment = assessment;
    this.title = title;
    this.classes = List.copyOf(classes);
  }

  /** Class by class: how many images of it are found, and how many that are found are of it. */
  public Table byClass() {
    List<Row> rows =
        IntStream.range(0, classes.size())
            .mapToObj(
                label ->
                    row(
                        Kind.BODY,
                        classes.get(label),
                        assessment.images(label),
                        assessment.right(label),
                        assessment.taken(label),
                        mistakes(label)))
            .collect(Collectors.toCollection(ArrayList::new));
    long right = IntStream.range(0, classes.size()).mapToLong(assessment::right).sum();
    rows.add(row(Kind.TOTAL, "all", assessment.images(), right, assessment.images(), ""));
    return new Table(
        title,
        List.of(
            Column.of("class", "class"),
            Column.of("images", "images"),
            Column.of("right %", "recall"),
            Column.of("taken for it", "taken"),
            Column.of("of these right %", "precision"),
            Column.of("else taken for", "mistakes")),
        rows,
        List.of(summary()));
  }

  private static Row row(
      Kind kind, String name, long images, long right, long taken, String mistakes) {
    return new Row(
        kind,
        0,
        List.of(
            Cell.text(name),
            Cell.count(images),
            images == 0 ? Cell.EMPTY : Cell.share(right, images),
            Cell.count(taken),
            taken == 0 ? Cell.EMPTY : Cell.share(right, taken),
            Cell.text(mistakes)));
  }

  private String mistakes(int label) {
    return assessment.mistakes(label).stream()
        .limit(MISTAKES)
        .map(other -> classes.get(other) + " " + assessment.confusion()[label][other])
        .collect(Collectors.joining(", "));
  }

  /** The numbers of the whole, one line. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "top-1 %.2f %%, top-5 %.2f %%, loss %s; expected calibration error %.2f %%",
        100 * assessment.evaluation().top1(),
        100 * assessment.evaluation().top5(),
        assessment.evaluation().shownLoss(),
        100 * assessment.calibration().error());
  }

  /** What is taken for what: a row for each class, a column for each that it is taken for. */
  public Table confusion() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("", "class"));
    for (int label = 0; label < classes.size(); label++) {
      columns.add(Column.of(classes.get(label), classes.get(label)));
    }
    List<Row> rows = new ArrayList<>();
    for (int label = 0; label < classes.size(); label++) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(classes.get(label)));
      for (long count : assessment.confusion()[label]) {
        cells.add(Cell.count(count));
      }
      rows.add(new Row(Kind.BODY, 0, cells));
    }
    return new Table(
        "Images of the class of a row, taken for that of a column", columns, rows, List.of());
  }

  /** How often the network is right where it is this sure. */
  public Table calibration() {
    List<Row> rows = new ArrayList<>();
    List<Calibration.Bin> bins = assessment.calibration().bins();
    for (int i = 0; i < bins.size(); i++) {
      Calibration.Bin bin = bins.get(i);
      double from = 100.0 * i / bins.size();
      double to = 100.0 * (i + 1) / bins.size();
      rows.add(
          new Row(
              Kind.BODY,
              0,
              List.of(
                  Cell.text(String.format(Locale.ROOT, "%.1f to %.1f", from, to)),
                  Cell.count(bin.images()),
                  bin.images() == 0 ? Cell.EMPTY : percent(bin.confidence()),
                  bin.images() == 0 ? Cell.EMPTY : percent(bin.accuracy()))));
    }
    return new Table(
        "How sure it is, and how often right",
        List.of(
            Column.of("probability %", "probability"),
            Column.of("images", "images"),
            Column.of("mean %", "confidence"),
            Column.of("right %", "accuracy")),
        rows,
        List.of());
  }

  private static Cell percent(double share) {
    return Cell.real(100 * share, String.format(Locale.ROOT, "%.1f", 100 * share));
  }
}
