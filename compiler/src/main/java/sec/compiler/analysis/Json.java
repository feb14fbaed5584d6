package sec.compiler.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Optional;
import sec.compiler.operators.Shape;

/** What is counted, as JSON. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** A network as a whole. */
  static ObjectNode net(Profile profile) {
    ObjectNode net = object();
    net.put("net", profile.network().name());
    shape(net.putArray("input"), profile.network().input());
    costs(net, profile.total());
    ObjectNode peak = net.putObject("peak");
    peak.put("bytes", profile.peak().bytes());
    peak.put("path", profile.peak().path());
    return net;
  }

  static void section(ObjectNode json, Section section) {
    json.put("title", section.title());
    json.put("path", section.path());
    json.put("level", section.level());
    json.put("copies", section.copies());
    shape(json.putArray("output"), section.output());
    costs(json, section.cost());
    field(json, section.field());
  }

  static void costs(ObjectNode json, Totals cost) {
    json.put("params", cost.parameters());
    json.put("buffers", cost.buffers());
    json.put("macs", cost.macs());
    json.put("memory", cost.bytes());
  }

  /** {@code [rows, columns]} that windows see, null for an axis they do not, and {@code global}. */
  static void field(ObjectNode json, Optional<ReceptiveField> field) {
    if (field.isEmpty()) {
      return;
    }
    ArrayNode sizes = json.putArray("field");
    for (Reach reach : new Reach[] {field.get().height(), field.get().width()}) {
      if (reach.near() == null) {
        sizes.addNull();
      } else {
        sizes.add(reach.elements());
      }
    }
    json.put("global", field.get().isGlobal());
  }

  static void shape(ArrayNode json, Shape shape) {
    shape.dimensions().forEach(json::add);
  }

  static String text(ObjectNode json) {
    try {
      return MAPPER.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
