package sec.compiler.analysis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import sec.compiler.ir.Network;
import sec.compiler.operators.Shape;
import sec.compiler.table.Cell;
import sec.compiler.table.Table;
import sec.compiler.table.Table.Audience;
import sec.compiler.table.Table.Column;

/** What a network costs, block by block and operator by operator, for people and for programs. */
public final class NetworkSummary {
  /** Lines that a person still reads: without a depth, as many levels are open as fit. */
  private static final int MOST_LINES = 50;

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("layer", "layer"),
          new Column("", "path", Audience.PROGRAMS),
          new Column("", "level", Audience.PROGRAMS),
          new Column("", "copies", Audience.PROGRAMS),
          Column.of("output", "output"),
          Column.of("params", "params"),
          Column.of("%", "params_percent"),
          Column.of("BN", "buffers"),
          Column.of("MACs", "macs"),
          Column.of("%", "macs_percent"),
          Column.of("memory", "memory_bytes"),
          new Column("", "memory_percent", Audience.PROGRAMS),
          new Column("field", "", Audience.PEOPLE),
          new Column("", "field_height", Audience.PROGRAMS),
          new Column("", "field_width", Audience.PROGRAMS),
          new Column("", "field_global", Audience.PROGRAMS));

  private final Profile profile;
  private final List<Section> sections;
  private final int depth;

  private NetworkSummary(Network network, OptionalInt depth) {
    profile = Profile.of(network);
    this.depth = depth.orElseGet(() -> fitting(network));
    sections = Section.of(profile, this.depth);
  }

  private static int fitting(Network network) {
    Outline outline = Outline.of(network);
    int depth = 0;
    while (depth < outline.height() && lines(outline.children(), depth + 1) <= MOST_LINES) {
      depth++;
    }
    return depth;
  }

  private static int lines(List<Outline> parts, int depth) {
    int lines = parts.size();
    for (Outline part : depth == 0 ? List.<Outline>of() : parts) {
      lines += lines(part.children(), depth - 1);
    }
    return lines;
  }

  /**
   * A line for each part of the network, then the total.
   *
   * @param depth how many levels inside of one another are open; without one as many as leave some
   *     fifty lines
   */
  public static Table table(Network network, OptionalInt depth) {
    return new NetworkSummary(network, depth).table();
  }

  private Table table() {
    List<Table.Row> rows = new ArrayList<>();
    for (Section section : sections) {
      rows.add(new Table.Row(Table.Kind.BODY, section.level(), cells(section)));
    }
    Network network = profile.network();
    rows.add(new Table.Row(Table.Kind.TOTAL, 0, cells(total())));
    return new Table(network.name() + ", input " + network.input(), COLUMNS, rows, notes());
  }

  private Section total() {
    Network network = profile.network();
    return new Section(
        "total", "", 0, 1, network.outputNode().shape(), profile.total(), Optional.empty());
  }

  private List<Cell> cells(Section section) {
    Totals cost = section.cost();
    Totals all = profile.total();
    return Arrays.asList(
        Cell.text(section.called()),
        Cell.text(section.path()),
        Cell.count(section.level()),
        Cell.count(section.copies()),
        Cell.text(shown(section.output())),
        Cell.count(cost.parameters()),
        Cell.share(cost.parameters(), all.parameters()),
        Cell.count(cost.buffers()),
        Cell.count(cost.macs()),
        Cell.share(cost.macs(), all.macs()),
        Cell.bytes(cost.bytes()),
        Cell.share(cost.bytes(), all.bytes()),
        Cell.text(section.field().map(ReceptiveField::toString).orElse("")),
        section.field().map(field -> size(field.height())).orElse(Cell.EMPTY),
        section.field().map(field -> size(field.width())).orElse(Cell.EMPTY),
        section.field().map(field -> Cell.text("" + field.isGlobal())).orElse(Cell.EMPTY));
  }

  private static Cell size(Reach reach) {
    return reach.near() == null ? Cell.EMPTY : Cell.count(reach.elements());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    LiveMemory peak = profile.peak();
    notes.add(
        "memory: all outputs, one sample, 4 bytes a number; at most %s live at once, at %s"
            .formatted(Cell.bytes(peak.bytes()).shown(), peak.path()));
    if (sections.stream().anyMatch(section -> section.field().isPresent())) {
      notes.add(
          "field: rows × columns of the input that windows see; all: every place, by a mean or the"
              + " like");
    }
    if (depth < Outline.of(profile.network()).height()) {
      notes.add("folded to --depth %d; --depth all opens everything".formatted(depth));
    }
    return notes;
  }

  /** {@code 64×56×56}. */
  private static String shown(Shape shape) {
    return shape.dimensions().stream().map(String::valueOf).collect(Collectors.joining("×"));
  }

  /**
   * One JSON object: {@code net}, {@code input}, {@code params}, {@code buffers}, {@code macs},
   * {@code memory}, {@code peak}, {@code sections} as in the table, and {@code layers}, every
   * operator. The input itself is no layer.
   */
  public static String json(Network network, OptionalInt depth) {
    NetworkSummary summary = new NetworkSummary(network, depth);
    ObjectNode json = Json.net(summary.profile);
    ArrayNode sections = json.putArray("sections");
    summary.sections.forEach(section -> Json.section(sections.addObject(), section));
    ArrayNode layers = json.putArray("layers");
    for (Layer each : summary.profile.layers()) {
      ObjectNode layer = layers.addObject();
      layer.put("path", each.node().path());
      layer.put("op", each.word());
      Json.shape(layer.putArray("output"), each.node().shape());
      Json.costs(layer, each.cost());
      Json.field(layer, each.field());
    }
    return Json.text(json);
  }
}
