package sec.compiler.analysis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sec.compiler.ir.Network;
import sec.compiler.table.Cell;
import sec.compiler.table.Table;
import sec.compiler.table.Table.Audience;
import sec.compiler.table.Table.Column;

/**
 * Networks side by side, with what each costs more than the first; with a depth, part by part:
 * parts of one path are compared.
 */
public final class NetworkComparison {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("net", "net"),
          new Column("", "path", Audience.PROGRAMS),
          new Column("", "level", Audience.PROGRAMS),
          Column.of("params", "params"),
          Column.of("Δ", "params_difference"),
          Column.of("Δ %", "params_difference_percent"),
          Column.of("BN", "buffers"),
          new Column("", "buffers_difference", Audience.PROGRAMS),
          Column.of("MACs", "macs"),
          Column.of("Δ", "macs_difference"),
          Column.of("Δ %", "macs_difference_percent"),
          Column.of("memory", "memory_bytes"),
          new Column("", "memory_difference", Audience.PROGRAMS),
          Column.of("Δ %", "memory_difference_percent"),
          Column.of("peak", "peak_bytes"));

  private final List<Compared> compared;

  /**
   * A network under the name that it was asked for by.
   *
   * @param name its name
   * @param network the network
   */
  public record Named(String name, Network network) {}

  /** One of them, with its parts by their paths. */
  private record Compared(String name, Profile profile, Map<String, Section> sections) {}

  private NetworkComparison(List<Named> networks, OptionalInt depth) {
    boolean distinct =
        networks.stream().map(named -> withoutFile(named.name())).distinct().count()
            == networks.size();
    compared =
        networks.stream()
            .map(n -> compared(n, distinct ? withoutFile(n.name()) : n.name(), depth))
            .toList();
  }

  /** {@code Name(r = 4)} of {@code FILE.senet:Name(r = 4)}. */
  private static String withoutFile(String target) {
    return target.replaceFirst("^.*?\\.senet:(?=[A-Za-z_])", "");
  }

  private static Compared compared(Named named, String name, OptionalInt depth) {
    Profile profile = Profile.of(named.network());
    List<Section> sections = depth.isPresent() ? Section.of(profile, depth.getAsInt()) : List.of();
    return new Compared(
        name,
        profile,
        sections.stream()
            .collect(
                Collectors.toMap(
                    Section::path, Function.identity(), (a, b) -> a, LinkedHashMap::new)));
  }

  /**
   * A table with a line for each network.
   *
   * @param networks at least one
   * @param depth how many levels inside of one another are open, from 0; without one the networks
   *     alone are compared
   */
  public static Table table(List<Named> networks, OptionalInt depth) {
    return new NetworkComparison(networks, depth).table();
  }

  private Table table() {
    List<Table.Row> rows = new ArrayList<>();
    Compared first = compared.getFirst();
    for (int i = 0; i < compared.size(); i++) {
      Compared each = compared.get(i);
      boolean isFirst = i == 0;
      rows.add(
          row(
              Table.Kind.TOTAL,
              0,
              List.of(Cell.text(each.name), Cell.text("")),
              each.profile.total(),
              isFirst ? null : first.profile.total(),
              Cell.bytes(each.profile.peak().bytes())));
      for (Section section : each.sections.values()) {
        Section other = first.sections.get(section.path());
        rows.add(
            row(
                Table.Kind.BODY,
                section.level() + 1,
                List.of(Cell.text(section.called()), Cell.text(section.path())),
                section.cost(),
                isFirst ? null : other == null ? Totals.NONE : other.cost(),
                Cell.EMPTY));
      }
    }
    return new Table(
        compared.size() + " networks, Δ against " + first.name,
        COLUMNS,
        rows,
        List.of(
            "memory: all outputs, one sample, 4 bytes a number; peak: the most that is live at once"));
  }

  private static Table.Row row(
      Table.Kind kind, int level, List<Cell> names, Totals cost, @Nullable Totals base, Cell peak) {
    List<Cell> cells = new ArrayList<>(names);
    cells.add(Cell.count(level));
    measure(cells, cost, base, Totals::parameters, true);
    measure(cells, cost, base, Totals::buffers, false);
    measure(cells, cost, base, Totals::macs, true);
    cells.add(Cell.bytes(cost.bytes()));
    cells.add(base == null ? Cell.EMPTY : Cell.difference(cost.bytes() - base.bytes()));
    cells.add(base == null ? Cell.EMPTY : Cell.change(cost.bytes(), base.bytes()));
    cells.add(peak);
    return new Table.Row(kind, level, cells);
  }

  private static void measure(
      List<Cell> cells,
      Totals cost,
      @Nullable Totals base,
      ToLongFunction<Totals> what,
      boolean percent) {
    long number = what.applyAsLong(cost);
    cells.add(Cell.count(number));
    cells.add(base == null ? Cell.EMPTY : Cell.difference(number - what.applyAsLong(base)));
    if (percent) {
      cells.add(base == null ? Cell.EMPTY : Cell.change(number, what.applyAsLong(base)));
    }
  }

  /**
   * One JSON object: {@code nets}, each as {@link NetworkSummary#json} has it without layers, with
   * its {@code target}, and its {@code difference} from the first.
   */
  public static String json(List<Named> networks, OptionalInt depth) {
    NetworkComparison comparison = new NetworkComparison(networks, depth);
    ObjectNode json = Json.object();
    ArrayNode nets = json.putArray("nets");
    Compared first = comparison.compared.getFirst();
    for (Compared each : comparison.compared) {
      ObjectNode net = Json.object();
      net.put("target", each.name);
      net.setAll(Json.net(each.profile));
      difference(net, each.profile.total(), first.profile.total());
      if (depth.isPresent()) {
        ArrayNode sections = net.putArray("sections");
        for (Section section : each.sections.values()) {
          ObjectNode part = sections.addObject();
          Json.section(part, section);
          Section other = first.sections.get(section.path());
          difference(part, section.cost(), other == null ? Totals.NONE : other.cost());
        }
      }
      nets.add(net);
    }
    return Json.text(json);
  }

  private static void difference(ObjectNode json, Totals cost, Totals base) {
    Json.costs(
        json.putObject("difference"),
        new Totals(
            cost.parameters() - base.parameters(),
            cost.buffers() - base.buffers(),
            cost.macs() - base.macs(),
            cost.bytes() - base.bytes()));
  }
}
