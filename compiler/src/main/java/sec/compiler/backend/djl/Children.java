package sec.compiler.backend.djl;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The children of a class under construction: where each is made, and how it is called on. */
final class Children {
  private final Lines constructor;
  private final Identifiers identifiers;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final List<Loop> loops = new ArrayList<>();

  /** The children of shares by their names: further uses are the same child. */
  private final Map<String, Shared> shared = new HashMap<>();

  /** Parameters that are blocks: the field of what they make is called like them. */
  private final Set<String> makers = new HashSet<>();

  private int conditions;
  private int shares;

  /** What a field holds. */
  enum Field {
    /** A child. */
    ONE,
    /** A child, or null where a condition leaves it out. */
    PERHAPS,
    /** The children of a repeat. */
    MANY
  }

  /** A child of a share, and how it is made. */
  private record Shared(String field, String made) {}

  /** A repeat around what is being written. */
  private record Loop(String variable, Whole count) {}

  Children(Lines constructor, Identifiers identifiers) {
    this.constructor = constructor;
    this.identifiers = identifiers;
  }

  /** The fields that hold them, by name. */
  Map<String, Field> fields() {
    return fields;
  }

  /** How many repeats are around what is being written. */
  int loops() {
    return loops.size();
  }

  void enterLoop(String variable, Whole count) {
    loops.add(new Loop(variable, count));
  }

  void leaveLoop() {
    loops.removeLast();
  }

  void enterCondition() {
    conditions++;
  }

  void leaveCondition() {
    conditions--;
  }

  /** What is added until {@link #leaveShare} is added once, however often it is written. */
  void enterShare(String name) {
    if (conditions > 0 || !loops.isEmpty()) {
      throw new NotOneClassException(name + " is shared, and used under a condition");
    }
    shares++;
  }

  /** The child that {@code parameter} makes may have its name. */
  void makes(String parameter) {
    makers.add(parameter);
  }

  void leaveShare() {
    shares--;
  }

  /**
   * Adds a child to the constructor.
   *
   * @param word what it is called in the text
   * @param name what it is called in paths
   * @param made its construction
   * @param reads the variables that the construction reads
   * @param position receives the variables that reaching it reads
   * @return Java for it in the forward pass
   */
  String add(
      String word, PathNames.Name name, CodeBlock made, Set<String> reads, Set<String> position) {
    if (shares == 0) {
      return called(added(word, name, made, reads), position);
    }
    Shared first =
        shared.computeIfAbsent(
            name.text(), text -> new Shared(added(word, name, made, reads), Lines.text(made)));
    if (!first.made().equals(Lines.text(made))) {
      throw new NotOneClassException(word + " is shared, and not the same at each use");
    }
    return called(first.field(), position);
  }

  private String added(String word, PathNames.Name name, CodeBlock made, Set<String> reads) {
    String variable = Identifiers.parameter(word);
    if (makers.contains(variable) && !fields.containsKey(variable)) {
      return added(variable, "this." + variable, name, made, reads);
    }
    String field = identifiers.field(word);
    return added(field, field, name, made, reads);
  }

  private String added(
      String field, String access, PathNames.Name name, CodeBlock made, Set<String> reads) {
    fields.put(field, !loops.isEmpty() ? Field.MANY : conditions > 0 ? Field.PERHAPS : Field.ONE);
    Set<String> all = new TreeSet<>(reads);
    all.addAll(name.names());
    String add = loops.isEmpty() ? "$L = addChildBlock($L,$W$L)" : "$L.add(addChildBlock($L,$W$L))";
    constructor.statement(all, add, access, name.text(), made);
    return field;
  }

  private String called(String field, Set<String> position) {
    if (loops.isEmpty()) {
      return field;
    }
    Whole index = Whole.ZERO;
    for (Loop loop : loops) {
      index = index.times(loop.count()).plus(Whole.variable(loop.variable()));
    }
    position.addAll(index.names());
    return field + ".get(" + index.text() + ")";
  }
}
