package sec.compiler.analysis;

import java.util.ArrayList;
import java.util.List;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;

/**
 * The most that values take at one time at inference. Operators run one after the other in the
 * network's order; an operator's result is a value of its own, so nothing is computed in place; a
 * value lives until the last operator that reads it is done, and results live on. One sample, 4
 * bytes a number; parameters apart.
 *
 * @param bytes at the peak
 * @param path of the operator at work then
 */
public record LiveMemory(long bytes, String path) {

  /** That of {@code network}. */
  public static LiveMemory of(Network network) {
    return of(network, new Lifetimes(network));
  }

  static LiveMemory of(Network network, Lifetimes lifetimes) {
    List<List<Node>> endings = new ArrayList<>();
    network.nodes().forEach(node -> endings.add(new ArrayList<>()));
    long live = 0;
    LiveMemory peak = new LiveMemory(0, "");
    for (Node node : network.nodes()) {
      if (lifetimes.end(node) < endings.size()) {
        endings.get(lifetimes.end(node)).add(node);
      }
      live = Math.addExact(live, lifetimes.bytes(node));
      if (live > peak.bytes) {
        peak = new LiveMemory(live, node.path());
      }
      for (Node ended : endings.get(node.id())) {
        live -= lifetimes.bytes(ended);
      }
    }
    return peak;
  }
}
