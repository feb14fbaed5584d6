package sec.compiler.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.operators.Shape;

/**
 * A part of a network that a summary gives a line: a block, slot, label or operator, or several
 * equal blocks in a row.
 *
 * @param title what to call it
 * @param path of the first
 * @param level how far inside of others it stands, from 0
 * @param copies how many it stands for
 * @param output shape of its result
 * @param cost of all of them together
 * @param field what an element of its result depends on; empty where the input has no places
 */
public record Section(
    String title,
    String path,
    int level,
    int copies,
    Shape output,
    Totals cost,
    Optional<ReceptiveField> field) {

  /** What leaves room for the numbers. */
  private static final int LONGEST = 29;

  /** {@code Bottleneck(256) × 5}, in a few words. */
  public String called() {
    String shown = title.length() <= LONGEST ? title : title.substring(0, LONGEST) + "…";
    return copies == 1 ? shown : shown + " × " + copies;
  }

  /**
   * The sections of a network, each before those inside of it.
   *
   * @param depth how many levels inside of one another are open: at 0 the outermost alone are there
   */
  public static List<Section> of(Profile profile, int depth) {
    return new Walk(profile).sections(Outline.of(profile.network()), depth);
  }

  /** Lists them. */
  private static final class Walk {
    private final Network network;
    private final IdentityHashMap<Instance, Totals> costs;
    private final Map<Integer, ReceptiveField> fields = new HashMap<>();
    private final List<Section> sections = new ArrayList<>();

    Walk(Profile profile) {
      network = profile.network();
      costs = profile.byInstance();
      FieldWalk.of(network)
          .ifPresent(
              all -> {
                for (int id = 0; id < all.size(); id++) {
                  fields.put(id, all.get(id));
                }
              });
    }

    List<Section> sections(Outline net, int depth) {
      list(net.children(), 0, depth);
      return sections;
    }

    private void list(List<Outline> parts, int level, int depth) {
      for (Outline part : parts) {
        Totals cost = Totals.NONE;
        for (Instance copy : part.copies()) {
          cost = cost.plus(costs.getOrDefault(copy, Totals.NONE));
        }
        sections.add(
            new Section(
                part.title(),
                part.instance().path(),
                level,
                part.copies().size(),
                network.nodes().get(part.result()).shape(),
                cost,
                Optional.ofNullable(fields.get(part.result()))));
        if (level < depth) {
          list(part.children(), level + 1, depth);
        }
      }
    }
  }
}
