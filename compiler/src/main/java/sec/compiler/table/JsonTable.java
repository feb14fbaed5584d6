package sec.compiler.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** A table as one JSON object: {@code title}, and {@code rows}, each with what its cells hold. */
public final class JsonTable {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonTable() {}

  /** The text; numbers are numbers, and an empty cell is null. */
  public static String render(Table table) {
    Table seen = table.seenBy(Table.Audience.PROGRAMS);
    ObjectNode json = MAPPER.createObjectNode();
    json.put("title", seen.title());
    ArrayNode rows = json.putArray("rows");
    for (Table.Row row : seen.rows()) {
      ObjectNode object = rows.addObject();
      for (int i = 0; i < row.cells().size(); i++) {
        put(object, seen.columns().get(i).key(), row.cells().get(i));
      }
    }
    try {
      return MAPPER.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(ObjectNode object, String key, Cell cell) {
    if (cell.number()) {
      object.put(key, new BigDecimal(cell.raw()));
    } else if (cell.raw().isEmpty()) {
      object.putNull(key);
    } else {
      object.put(key, cell.raw());
    }
  }
}
