package sec.compiler.inference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sec.compiler.ir.Instance;

/**
 * The tree of instances of a rewritten network. An instance whose values are no longer computed is
 * left out; what is left of its children stands in its place.
 *
 * @param ids the new id of a value
 * @param surviving the old ids of values that are still computed
 */
record InstanceTree(IntFunction<@Nullable Integer> ids, Set<Integer> surviving) {

  Instance of(Instance root) {
    return renumbered(root);
  }

  private Stream<Instance> kept(Instance instance) {
    boolean whole =
        surviving.contains(instance.entry())
            && surviving.contains(instance.result())
            && surviving.containsAll(instance.inputs())
            && surviving.containsAll(instance.values().values());
    return whole
        ? Stream.of(renumbered(instance))
        : instance.children().stream().flatMap(this::kept);
  }

  private Instance renumbered(Instance instance) {
    Map<String, Integer> values = new LinkedHashMap<>();
    instance.values().forEach((name, id) -> values.put(name, id(id)));
    return new Instance(
        instance.path(),
        instance.word(),
        instance.kind(),
        instance.block(),
        instance.operator(),
        instance.arguments(),
        instance.given(),
        instance.inputs().stream().map(this::id).toList(),
        id(instance.entry()),
        values,
        id(instance.result()),
        instance.input(),
        instance.output(),
        instance.children().stream().flatMap(this::kept).toList(),
        instance.nodes().stream().filter(surviving::contains).map(this::id).toList());
  }

  private int id(int before) {
    Integer id = ids.apply(before);
    if (id == null) {
      throw new IllegalStateException("value " + before + " is no longer computed");
    }
    return id;
  }
}
