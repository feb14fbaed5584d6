package sec.compiler.diagnostics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import sec.compiler.source.Position;

/**
 * Diagnostics as one JSON document, for programs. It is ASCII: nothing in it can steer a terminal,
 * whatever the files that it speaks of hold.
 */
public final class JsonRenderer {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private JsonRenderer() {}

  /** All of {@code diagnostics}, ending in a line end. */
  public static String render(Diagnostics diagnostics) {
    return render(List.of(diagnostics));
  }

  /** The diagnostics of several runs, one after the other, as one document. */
  public static String render(List<Diagnostics> runs) {
    ObjectNode document = JSON.createObjectNode();
    ArrayNode all = document.putArray("diagnostics");
    runs.forEach(run -> run.sorted().forEach(diagnostic -> write(all.addObject(), diagnostic)));
    try {
      return JSON.writeValueAsString(document).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(ObjectNode node, Diagnostic diagnostic) {
    node.put("code", diagnostic.code().name());
    node.put("severity", diagnostic.code().severity().toString());
    node.put("message", diagnostic.message());
    node.put("file", diagnostic.span().source().name());
    write(node.putObject("start"), diagnostic.span().position());
    write(node.putObject("end"), diagnostic.span().endPosition());
    node.put("help", diagnostic.help());
    ArrayNode notes = node.putArray("notes");
    diagnostic.notes().forEach(notes::add);
  }

  private static void write(ObjectNode node, Position position) {
    node.put("line", position.line());
    node.put("column", position.column());
  }
}
