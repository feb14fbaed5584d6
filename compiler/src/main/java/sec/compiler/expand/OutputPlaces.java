package sec.compiler.expand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;

/**
 * Where the text gives out the further results: as early as their values are there and those before
 * them are given out, since their order is that of the text.
 */
@SuppressWarnings("ReferenceEquality") // two places may hold the same and are two all the same
final class OutputPlaces {
  private final Network network;
  private final Forms forms;
  private final IdentityHashMap<Instance, Place> around = new IdentityHashMap<>();
  private final Map<Integer, Instance> producers = new HashMap<>();
  private final IdentityHashMap<Instance, List<Given>> given = new IdentityHashMap<>();
  private int clock;

  /**
   * A place in the text: in a level, after one of its children.
   *
   * @param level the level
   * @param after index of the child; -1 for before all
   * @param time when elaboration came there
   */
  private record Place(Instance level, int after, int time) {}

  /**
   * An output in its place.
   *
   * @param name what it is called
   * @param value which value it is
   * @param after index of the child of the level after which it stands; -1 for before all
   */
  record Given(String name, int value, int after) {}

  OutputPlaces(Network network, Forms forms) {
    this.network = network;
    this.forms = forms;
    if (network.outputs().isEmpty()) {
      return;
    }
    scan(network.root());
    Place last = new Place(network.root(), -1, 0);
    for (Map.Entry<String, Integer> output : network.outputs().entrySet()) {
      int value = output.getValue();
      Place produced = produced(value);
      last = produced.time() >= last.time() ? produced : seenFrom(last, value);
      given
          .computeIfAbsent(last.level(), level -> new ArrayList<>())
          .add(new Given(output.getKey(), value, last.after()));
    }
  }

  private void scan(Instance level) {
    for (int i = 0; i < level.children().size(); i++) {
      Instance child = level.children().get(i);
      scan(child);
      around.put(child, new Place(level, i, ++clock));
      child.nodes().forEach(id -> producers.put(id, child));
    }
  }

  /** The outputs that a level gives out by itself, in order. */
  List<Given> in(Instance level) {
    return given.getOrDefault(level, List.of());
  }

  /** After the operator that it comes of, or after the share whose text stands for several. */
  private Place produced(int value) {
    Instance producer = producers.get(value);
    if (producer == null) {
      return new Place(network.root(), -1, 0);
    }
    Place place = around(producer);
    for (Instance level = place.level(); level.kind() != Instance.Kind.NET; ) {
      Place outer = around(level);
      if (level.kind() == Instance.Kind.SHARE && forms.isUsedAgain(level)) {
        place = outer;
      }
      level = outer.level();
    }
    return place;
  }

  @SuppressWarnings("ReferenceEquality") // uses of a share may be equal, and are two
  private static boolean isSame(Instance one, Instance other) {
    return one == other;
  }

  private Place around(Instance instance) {
    Place place = around.get(instance);
    if (place == null) {
      throw new IllegalStateException(instance.path());
    }
    return place;
  }

  /** The first place from {@code place} on where {@code value} is seen. */
  private Place seenFrom(Place place, int value) {
    Place here = place;
    while (!isSeen(here.level(), here.after(), value)) {
      here = around(here.level());
    }
    return here;
  }

  private boolean isSeen(Instance level, int after, int value) {
    Instance here = level;
    int last = after;
    while (true) {
      if (here.entry() == value) {
        return true;
      }
      for (Instance child : here.children().subList(0, last + 1)) {
        if (child.result() == value || child.nodes().contains(value)) {
          return true;
        }
      }
      if (here.kind() == Instance.Kind.NET) {
        return false;
      }
      // The text of a share stands in the level that declares it.
      Instance declaring =
          here.kind() == Instance.Kind.SHARE ? forms.of(here).level() : around(here).level();
      while (!isSame(around(here).level(), declaring)) {
        here = around(here).level();
      }
      last = around(here).after() - 1;
      here = declaring;
    }
  }
}
