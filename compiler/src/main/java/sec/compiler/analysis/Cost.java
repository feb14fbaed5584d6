package sec.compiler.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;

/**
 * What a network costs: numbers to learn and to keep, and multiply-adds for one sample. What is
 * shared counts once, where it is first used, so the rows add up to the totals.
 *
 * @param rows one for each node, in the network's order
 * @param parameters trained numbers
 * @param buffers numbers kept but not trained: BN's running statistics
 * @param macs multiply-adds of convolutions and fully connected layers at the network's input size
 */
public record Cost(List<Row> rows, long parameters, long buffers, long macs) {

  /**
   * The cost of one node.
   *
   * @param node the node
   * @param parameters trained numbers that no node before it reads
   * @param buffers kept numbers that no node before it reads
   * @param macs multiply-adds for one sample
   */
  public record Row(Node node, long parameters, long buffers, long macs) {}

  /** Keeps a copy. */
  public Cost {
    rows = List.copyOf(rows);
  }

  /**
   * The cost of {@code network}.
   *
   * @throws ArithmeticException if a count passes the range of a {@code long}
   */
  public static Cost of(Network network) {
    List<Row> rows = new ArrayList<>();
    Set<String> counted = new HashSet<>();
    long parameters = 0;
    long buffers = 0;
    long macs = 0;
    for (Node node : network.nodes()) {
      Row row = row(network, node, counted);
      rows.add(row);
      parameters = Math.addExact(parameters, row.parameters());
      buffers = Math.addExact(buffers, row.buffers());
      macs = Math.addExact(macs, row.macs());
    }
    return new Cost(rows, parameters, buffers, macs);
  }

  private static Row row(Network network, Node node, Set<String> counted) {
    long parameters = 0;
    long buffers = 0;
    for (Parameter parameter : node.parameters()) {
      if (counted.add(parameter.path())) {
        long size = parameter.shape().size();
        parameters = Math.addExact(parameters, parameter.trained() ? size : 0);
        buffers = Math.addExact(buffers, parameter.trained() ? 0 : size);
      }
    }
    long macs = node.primitive().macs(network.inputShapes(node), node.shape());
    return new Row(node, parameters, buffers, macs);
  }
}
