package sec.verify;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;

/**
 * The places at which two backends' runs of one network can be compared: what enters and what
 * leaves its blocks, slots and layers.
 *
 * @param places ids of the nodes at each, by paths as in files; none of a share's uses, as they
 *     have one path
 */
public record Taps(SequencedMap<String, Place> places) {
  private static final String PREFIX = "tap/";

  /**
   * A place.
   *
   * @param entry id of the node whose value enters
   * @param result id of the node whose value leaves
   */
  public record Place(int entry, int result) {}

  /** Keeps a copy. */
  public Taps {
    places = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(places));
  }

  /** The places of {@code network}. */
  public static Taps of(Network network) {
    SequencedMap<String, Place> places = new LinkedHashMap<>();
    Set<String> twice = new HashSet<>();
    network.root().children().forEach(child -> collect(child, places, twice));
    places.keySet().removeAll(twice);
    return new Taps(places);
  }

  private static void collect(
      Instance instance, SequencedMap<String, Place> places, Set<String> twice) {
    int entry =
        instance.kind() == Instance.Kind.OPERATOR ? instance.inputs().getFirst() : instance.entry();
    String path = Parameter.inFiles(instance.path());
    if (places.putIfAbsent(path, new Place(entry, instance.result())) != null) {
      twice.add(path);
    }
    instance.children().forEach(child -> collect(child, places, twice));
  }

  /** The network with the values at all places as further results, named by {@link #name}. */
  public Network tapped(Network network) {
    Map<String, Integer> outputs = new LinkedHashMap<>(network.outputs());
    for (Place place : places.values()) {
      outputs.put(name(place.entry()), place.entry());
      outputs.put(name(place.result()), place.result());
    }
    return network.withOutputs(outputs);
  }

  /** The name of the result that a node's value is; no path has a slash. */
  public static String name(int node) {
    return PREFIX + node;
  }
}
