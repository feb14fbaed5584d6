package sec.verify.lint;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import sec.compiler.onnx.AttributeProto.AttributeType;

/** ONNX's own operators, as far as a node alone shows whether it uses one rightly. */
final class OperatorTable {
  private static final String MANY = "*";
  private static final OperatorTable TABLE = new OperatorTable();

  private final Map<String, NavigableMap<Long, Signature>> operators = new HashMap<>();
  private long latest;
  private long ir;

  /**
   * How an operator is used.
   *
   * @param inputs how many it reads
   * @param outputs how many it gives
   * @param attributes theirs, by name
   * @param deprecated whether it is no more, and the rest empty
   */
  record Signature(
      Count inputs, Count outputs, Map<String, Attribute> attributes, boolean deprecated) {}

  /** From least to most. */
  record Count(int least, int most) {
    boolean allows(int count) {
      return count >= least && count <= most;
    }

    @Override
    public String toString() {
      return least == most
          ? Integer.toString(least)
          : most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
    }
  }

  /** The type of an attribute, and whether it must be there. */
  record Attribute(AttributeType type, boolean required) {}

  private OperatorTable() {
    try (InputStream stream =
        requireNonNull(OperatorTable.class.getResourceAsStream("operators.txt"))) {
      new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> read(line.split(" ", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String[] words) {
    if (words[0].equals("latest")) {
      latest = Long.parseLong(words[1]);
      ir = Long.parseLong(words[3]);
      return;
    }
    boolean deprecated = words[2].equals("deprecated");
    Count none = new Count(0, 0);
    Map<String, Attribute> attributes = new HashMap<>();
    for (String word : Arrays.asList(words).subList(Math.min(4, words.length), words.length)) {
      String[] parts = word.split(":", -1);
      boolean required = parts[0].endsWith("!");
      attributes.put(
          parts[0].replace("!", ""), new Attribute(AttributeType.valueOf(parts[1]), required));
    }
    operators
        .computeIfAbsent(words[0], name -> new TreeMap<>())
        .put(
            Long.parseLong(words[1]),
            new Signature(
                deprecated ? none : count(words[2]),
                deprecated ? none : count(words[3]),
                Map.copyOf(attributes),
                deprecated));
  }

  private static Count count(String text) {
    List<String> ends = Arrays.asList(text.split("-", -1));
    int most = ends.getLast().equals(MANY) ? Integer.MAX_VALUE : Integer.parseInt(ends.getLast());
    return new Count(Integer.parseInt(ends.getFirst()), most);
  }

  /** The newest version of the operators that is in the table. */
  static long latest() {
    return TABLE.latest;
  }

  /** The newest version of the format that goes with them. */
  static long ir() {
    return TABLE.ir;
  }

  /** What {@code operator} means in a version of the operators; empty if that has none of it. */
  static Optional<Signature> signature(String operator, long version) {
    return Optional.ofNullable(TABLE.operators.get(operator))
        .flatMap(versions -> Optional.ofNullable(versions.floorEntry(version)))
        .map(Map.Entry::getValue)
        .filter(signature -> !signature.deprecated());
  }
}
