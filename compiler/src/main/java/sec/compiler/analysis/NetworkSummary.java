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
import sec.compiler.ir.Node;
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
    for (Layer layer : layers(cost)) {
      rows.add(
          List.of(
              layer.node().path(),
              layer.word(),
              layer.node().shape().toString(),
              grouped(layer.parameters()),
              grouped(layer.macs())));
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

  /** An operator, whose parts the reader has not written and is not shown. */
  private record Layer(Node node, String word, long parameters, long macs) {}

  /** What is computed: the input itself is not. */
  private static List<Layer> layers(Cost cost) {
    List<Layer> layers = new ArrayList<>();
    long parameters = 0;
    long macs = 0;
    boolean parts = false;
    for (Cost.Row row : cost.rows()) {
      parameters += row.parameters();
      macs += row.macs();
      if (row.node().isPart()) {
        parts = true;
      } else if (!(row.node().primitive() instanceof Primitive.Input)) {
        String word = parts ? row.node().word() : row.node().primitive().word();
        layers.add(new Layer(row.node(), word, parameters, macs));
        parameters = 0;
        macs = 0;
        parts = false;
      }
    }
    return layers;
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
    for (Layer row : layers(cost)) {
      ObjectNode layer = layers.addObject();
      layer.put("path", row.node().path());
      layer.put("op", row.word());
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
