package sec.runtime.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import sec.runtime.training.EpochMetrics;

/** The tables of the page. */
final class HtmlTables {
  private HtmlTables() {}

  /** A row for each variant. */
  static String comparison(Comparison comparison) {
    String head =
        Arrays.stream(Column.values())
            .map(
                column ->
                    "<th scope=\"col\" title=\"%s\">%s</th>"
                        .formatted(
                            Html.escape(column.explanation()), Html.escape(column.heading())))
            .collect(Collectors.joining());
    String rows =
        comparison.variants().stream()
            .map(variant -> row(comparison, variant))
            .collect(Collectors.joining("\n"));
    return "<table class=\"comparison\">\n<thead><tr>%s</tr></thead>\n<tbody>\n%s\n</tbody>\n</table>"
        .formatted(head, rows);
  }

  private static String row(Comparison comparison, VariantResult variant) {
    StringBuilder cells = new StringBuilder();
    for (Column column : Column.values()) {
      String text = Html.escape(column.text(comparison, variant));
      switch (column) {
        case NAME ->
            cells.append(
                "<th scope=\"row\"><span class=\"swatch\" data-variant=\"%d\"></span>%s</th>"
                    .formatted(comparison.variants().indexOf(variant), text));
        case MACS -> cells.append("<td title=\"%,d\">%s</td>".formatted(variant.macs(), text));
        case TOP1 -> cells.append(top1(comparison, variant, text));
        case GAIN -> cells.append("<td class=\"%s\">%s</td>".formatted(sign(text), text));
        default -> cells.append("<td>%s</td>".formatted(text));
      }
    }
    return "<tr class=\"%s\">%s</tr>"
        .formatted(variant.role().name().toLowerCase(Locale.ROOT), cells);
  }

  private static String top1(Comparison comparison, VariantResult variant, String text) {
    boolean best =
        variant.role() != VariantResult.Role.REFERENCE
            && variant.finished()
            && variant.top1() == comparison.bestTop1();
    return "<td>%s</td>"
        .formatted(best ? "<strong title=\"the best\">" + text + "</strong>" : text);
  }

  private static String sign(String gain) {
    return switch (gain.isEmpty() ? ' ' : gain.charAt(0)) {
      case '+' -> "up";
      case '−' -> "down";
      default -> "none";
    };
  }

  /** Every epoch of every variant: what the charts show, for those who cannot see them. */
  static String epochs(Comparison comparison) {
    String rows =
        comparison.variants().stream()
            .flatMap(
                variant -> variant.epochs().stream().map(epoch -> epochRow(variant.name(), epoch)))
            .collect(Collectors.joining("\n"));
    return """
    <table>
    <thead><tr><th scope="col">variant</th><th scope="col">epoch</th>\
    <th scope="col">learning rate</th><th scope="col">train loss</th>\
    <th scope="col">train top-1 %</th><th scope="col">test loss</th>\
    <th scope="col">test top-1 %</th><th scope="col">images/s</th></tr></thead>
    <tbody>
    """
        + rows
        + "\n</tbody>\n</table>";
  }

  private static String epochRow(String name, EpochMetrics epoch) {
    return String.format(
        Locale.ROOT,
        "<tr><th scope=\"row\">%s</th><td>%d</td><td>%.3g</td><td>%s</td><td>%s</td><td>%s</td>"
            + "<td>%s</td><td>%,.0f</td></tr>",
        Html.escape(name),
        epoch.epoch(),
        epoch.learningRate(),
        epoch.train().shownLoss(),
        Column.percent(epoch.train().top1()),
        epoch.test().shownLoss(),
        Column.percent(epoch.test().top1()),
        epoch.imagesPerSecond());
  }
}
