package sec.compiler.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sec.compiler.ir.Network;
import sec.compiler.operators.Primitive;

/** What a network costs, operator by operator, for people and for programs. */
public final class NetworkSummary {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String GAP = "  ";

  private NetworkSummary() {}

  /** A table for a terminal: one line an operator, then the totals; lines end in a line feed. */
  public static String table(Network network) {
    Cost cost = Cost.of(network);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("path", "operator", "output", "params", "MACs"));
    for (Cost.Row row : layers(cost)) {
      rows.add(
          List.of(
              row.node().path(),
              row.node().primitive().word(),
              row.node().shape().toString(),
              grouped(row.parameters()),
              grouped(row.macs())));
    }
    int[] widths = widths(rows);
    StringBuilder out = new StringBuilder();
    out.append(network.name()).append(", input ").append(network.input()).append("\n\n");
    for (int i = 0; i < rows.size(); i++) {
      out.append(line(rows.get(i), widths)).append('\n');
      if (i == 0) {
        out.append("-".repeat(line(rows.getFirst(), widths).length())).append('\n');
      }
    }
    out.append(
        "%nparams %s, buffers %s, MACs %s%n"
            .formatted(grouped(cost.parameters()), grouped(cost.buffers()), grouped(cost.macs()))
            .replace("\r\n", "\n"));
    return out.toString();
  }

  /** What is computed: the input itself is not. */
  private static List<Cost.Row> layers(Cost cost) {
    return cost.rows().stream()
        .filter(row -> !(row.node().primitive() instanceof Primitive.Input))
        .toList();
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static int[] widths(List<List<String>> rows) {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  /** Words to the left, numbers to the right. */
  private static String line(List<String> row, int[] widths) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String blanks = " ".repeat(widths[i] - row.get(i).length());
      out.append(i == 0 ? "" : GAP);
      out.append(i < 3 ? row.get(i) + blanks : blanks + row.get(i));
    }
    return out.toString();
  }

  /**
   * One JSON object: {@code net}, {@code input}, {@code params}, {@code buffers}, {@code macs}, and
   * {@code layers}, each with {@code path}, {@code op}, {@code output}, {@code params}, {@code
   * macs}. The input itself is no layer.
   */
  public static String json(Network network) {
    Cost cost = Cost.of(network);
    ObjectNode summary = JSON.createObjectNode();
    summary.put("net", network.name());
    network.input().dimensions().forEach(summary.putArray("input")::add);
    summary.put("params", cost.parameters());
    summary.put("buffers", cost.buffers());
    summary.put("macs", cost.macs());
    ArrayNode layers = summary.putArray("layers");
    for (Cost.Row row : layers(cost)) {
      ObjectNode layer = layers.addObject();
      layer.put("path", row.node().path());
      layer.put("op", row.node().primitive().word());
      row.node().shape().dimensions().forEach(layer.putArray("output")::add);
      layer.put("params", row.parameters());
      layer.put("macs", row.macs());
    }
    try {
      return JSON.writeValueAsString(summary) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
