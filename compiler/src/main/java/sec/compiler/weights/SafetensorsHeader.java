package sec.compiler.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sec.compiler.operators.Shape;

/**
 * The header of a safetensors file, checked: the tensors fill the data without gap or overlap, and
 * each has as many bytes as its type and shape ask for.
 *
 * @param entries where each tensor stands, in the header's order
 * @param metadata free text by key
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
  static final String METADATA = "__metadata__";

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  /**
   * One tensor.
   *
   * @param name its name
   * @param type of its numbers
   * @param shape its dimensions
   * @param begin offset of its first byte in the data
   * @param end offset after its last
   */
  record Entry(String name, ElementType type, Shape shape, long begin, long end) {}

  /**
   * Reads and checks a header.
   *
   * @param json its text
   * @param dataLength how many bytes follow it
   */
  static SafetensorsHeader parse(String json, long dataLength) throws SafetensorsException {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new SafetensorsException("the header is not JSON: " + e.getOriginalMessage(), e);
    }
    if (!root.isObject()) {
      throw new SafetensorsException("the header is not a JSON object");
    }
    List<Entry> entries = new ArrayList<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : root.properties()) {
      if (property.getKey().equals(METADATA)) {
        metadata.putAll(texts(property.getValue()));
      } else {
        entries.add(entry(property.getKey(), property.getValue()));
      }
    }
    requireCovered(entries, dataLength);
    return new SafetensorsHeader(List.copyOf(entries), metadata);
  }

  private static Map<String, String> texts(JsonNode node) throws SafetensorsException {
    if (!node.isObject()) {
      throw new SafetensorsException(METADATA + " is not a JSON object");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      if (!property.getValue().isTextual()) {
        throw new SafetensorsException(
            METADATA + " has something other than text at " + property.getKey());
      }
      texts.put(property.getKey(), property.getValue().textValue());
    }
    return texts;
  }

  private static Entry entry(String name, JsonNode node) throws SafetensorsException {
    JsonNode dtype = node.path("dtype");
    ElementType type = dtype.isTextual() ? ElementType.named(dtype.textValue()) : null;
    if (type == null) {
      throw new SafetensorsException(
          "%s has type %s; F32, F64, F16 and BF16 can be read".formatted(name, dtype));
    }
    Shape shape = new Shape(dimensions(name, node.path("shape")));
    JsonNode offsets = node.path("data_offsets");
    if (offsets.size() != 2 || !isOffset(offsets.get(0)) || !isOffset(offsets.get(1))) {
      throw new SafetensorsException(name + " has no two data_offsets, but " + offsets);
    }
    Entry entry =
        new Entry(name, type, shape, offsets.get(0).longValue(), offsets.get(1).longValue());
    requireSize(entry);
    return entry;
  }

  private static List<Integer> dimensions(String name, JsonNode node) throws SafetensorsException {
    if (!node.isArray()) {
      throw new SafetensorsException(name + " has no shape");
    }
    List<Integer> dimensions = new ArrayList<>();
    for (JsonNode dimension : node) {
      if (!dimension.isIntegralNumber()
          || !dimension.canConvertToInt()
          || dimension.intValue() < 0) {
        throw new SafetensorsException(name + " has the dimension " + dimension);
      }
      dimensions.add(dimension.intValue());
    }
    return dimensions;
  }

  private static boolean isOffset(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0;
  }

  private static void requireSize(Entry entry) throws SafetensorsException {
    long expected;
    try {
      expected = Math.multiplyExact(entry.shape().size(), (long) entry.type().bytes());
    } catch (ArithmeticException e) {
      throw new SafetensorsException(
          "%s has the shape %s, beyond any file".formatted(entry.name(), entry.shape()), e);
    }
    if (entry.end() - entry.begin() != expected) {
      throw new SafetensorsException(
          "%s has %d bytes at offsets %d to %d, but %s of shape %s needs %d"
              .formatted(
                  entry.name(),
                  entry.end() - entry.begin(),
                  entry.begin(),
                  entry.end(),
                  entry.type(),
                  entry.shape(),
                  expected));
    }
  }

  private static void requireCovered(List<Entry> entries, long dataLength)
      throws SafetensorsException {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    long covered = 0;
    for (Entry entry : sorted) {
      if (entry.begin() != covered) {
        throw new SafetensorsException(
            "%s begins at offset %d %s, which ends at %d"
                .formatted(
                    entry.name(),
                    entry.begin(),
                    entry.begin() < covered
                        ? "inside what is before it"
                        : "after a gap in the data",
                    covered));
      }
      covered = entry.end();
    }
    if (covered != dataLength) {
      throw new SafetensorsException(
          "the tensors take %d bytes, but the file has %d for them: it is %s"
              .formatted(covered, dataLength, covered > dataLength ? "cut short" : "too long"));
    }
  }
}
