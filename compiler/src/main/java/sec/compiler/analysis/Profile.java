package sec.compiler.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.operators.Primitive;

/**
 * What a network costs, operator by operator and for any part of it.
 *
 * @param network the network
 * @param layers its operators, in order; the input is none
 * @param total their sum
 * @param peak the most that values take at one time
 */
public record Profile(Network network, List<Layer> layers, Totals total, LiveMemory peak) {

  /** Keeps a copy. */
  public Profile {
    layers = List.copyOf(layers);
  }

  /** The profile of {@code network}. */
  public static Profile of(Network network) {
    List<Layer> layers = new ArrayList<>();
    Optional<List<ReceptiveField>> fields = FieldWalk.of(network);
    Lifetimes lifetimes = new Lifetimes(network);
    Totals total = Totals.NONE;
    Totals parts = Totals.NONE;
    boolean compound = false;
    for (Cost.Row row : Cost.of(network).rows()) {
      Node node = row.node();
      if (node.primitive() instanceof Primitive.Input) {
        continue;
      }
      parts = parts.plus(of(row, lifetimes));
      if (node.isPart()) {
        compound = true;
      } else {
        String word = compound ? node.word() : node.primitive().word();
        layers.add(new Layer(node, word, parts, fields.map(all -> all.get(node.id()))));
        total = total.plus(parts);
        parts = Totals.NONE;
        compound = false;
      }
    }
    return new Profile(network, layers, total, LiveMemory.of(network, lifetimes));
  }

  private static Totals of(Cost.Row row, Lifetimes lifetimes) {
    return new Totals(row.parameters(), row.buffers(), row.macs(), lifetimes.bytes(row.node()));
  }

  /** What each part of the network costs, by instance. */
  public IdentityHashMap<Instance, Totals> byInstance() {
    Map<Integer, Totals> costs = new HashMap<>();
    layers.forEach(layer -> costs.put(layer.node().id(), layer.cost()));
    IdentityHashMap<Instance, Totals> all = new IdentityHashMap<>();
    sum(network.root(), costs, all);
    return all;
  }

  private static Totals sum(
      Instance instance, Map<Integer, Totals> costs, IdentityHashMap<Instance, Totals> all) {
    Totals total = Totals.NONE;
    for (int id : instance.nodes()) {
      total = total.plus(costs.getOrDefault(id, Totals.NONE));
    }
    for (Instance child : instance.children()) {
      total = total.plus(sum(child, costs, all));
    }
    all.put(instance, total);
    return total;
  }
}
