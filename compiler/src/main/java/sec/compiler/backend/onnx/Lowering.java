package sec.compiler.backend.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Arrangement;
import sec.compiler.operators.ChannelConv;
import sec.compiler.operators.ConvTranspose;
import sec.compiler.operators.Pointwise;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Reduction;
import sec.compiler.operators.Resize;
import sec.compiler.weights.Weights;

/** Carries a network's nodes into one ONNX graph, in their order. */
final class Lowering {
  private final Network network;
  private final OnnxOptions options;
  private final OnnxGraph graph;
  private final Boundary boundary;
  private final BlockDocs docs;
  private final Set<String> taken = new HashSet<>();

  /** Names of the nodes' values, by node id; empty for those that nothing asks for. */
  private final List<String> values = new ArrayList<>();

  private Lowering(Network network, Weights weights, OnnxOptions options) {
    this.network = network;
    this.options = options;
    this.graph = new OnnxGraph(network.name(), network.doc(), weights, options);
    this.boundary = new Boundary(graph, options);
    this.docs = BlockDocs.of(network);
    taken.addAll(List.of(OnnxBackend.INPUT, OnnxBackend.OUTPUT, OnnxBackend.PROBABILITIES));
    taken.addAll(network.outputs().keySet());
    network.parameters().stream().map(Parameter::path).forEach(taken::add);
  }

  static OnnxGraph graph(Network network, Weights weights, OnnxOptions options) {
    return new Lowering(network, weights, options).lower();
  }

  private OnnxGraph lower() {
    Map<String, Integer> further = new LinkedHashMap<>(network.outputs());
    further.keySet().removeIf(name -> !options.gives(name));
    boolean main = options.gives(OnnxBackend.OUTPUT);
    Set<Integer> needed = new HashSet<>(further.values());
    if (main) {
      needed.add(network.output());
      boundary.declareResult(network.outputNode().shape());
    }
    further.forEach((name, id) -> graph.output(name, network.nodes().get(id).shape()));
    nodes(main, withWhatTheyRead(needed));
    graph.begin(OnnxGraph.NO_ORIGIN, "");
    if (main) {
      boundary.result(values.get(network.output()), network.outputNode().shape());
    }
    // Named anew, as its value may be one that others read, or the result.
    further.forEach(
        (name, id) -> boundary.copy(values.get(id), name, network.nodes().get(id).shape()));
    return graph;
  }

  private void nodes(boolean main, Set<Integer> needed) {
    int last = main ? resultId() : OnnxGraph.NO_ORIGIN;
    for (Node node : network.nodes()) {
      if (!needed.contains(node.id())) {
        values.add("");
        continue;
      }
      String output = node.id() == last ? boundary.resultName() : valueName(node);
      List<String> inputs = node.inputs().stream().map(values::get).toList();
      graph.begin(node.id(), docs.of(node));
      values.add(lower(new Site(graph, node, inputs, network.inputShapes(node), output)));
    }
  }

  /** The input is there whether it is read or not. */
  private Set<Integer> withWhatTheyRead(Set<Integer> ids) {
    Set<Integer> needed = new HashSet<>(ids);
    needed.add(0);
    for (Node node : network.nodes().reversed()) {
      if (needed.contains(node.id())) {
        needed.addAll(node.inputs());
      }
    }
    return needed;
  }

  /** Adds what computes the node's value; returns the name of that value. */
  private String lower(Site site) {
    switch (site.node().primitive()) {
      case Primitive.Input input -> {
        graph.begin(OnnxGraph.NO_ORIGIN, "");
        return boundary.input(input.shape());
      }
      case Primitive.Dropout dropout -> {
        return site.input();
      }
      case Primitive.DropPath path -> {
        return site.input();
      }
      case Primitive.Conv conv -> LayerLowering.conv(site, conv);
      case Primitive.Linear linear -> LayerLowering.linear(site, linear);
      case ConvTranspose conv -> LayerLowering.transposed(site, conv);
      case ChannelConv conv -> LayerLowering.alongChannels(site, conv);
      case Primitive.BatchNorm bn -> LayerLowering.batchNorm(site, bn);
      case Primitive.Activation activation -> ElementLowering.activation(site, activation);
      case Primitive.Flatten flatten -> ElementLowering.flatten(site);
      case Primitive.GlobalPool pool -> PoolingLowering.global(site, pool);
      case Primitive.MaxPool pool -> PoolingLowering.maximum(site, pool);
      case Primitive.AvgPool pool -> PoolingLowering.average(site, pool);
      case Primitive.Elementwise merge -> MergeLowering.elementwise(site, merge);
      case Primitive.Concat concat -> MergeLowering.concat(site, concat);
      case Pointwise pointwise -> PointwiseLowering.lower(site, pointwise);
      case Reduction reduction -> ReductionLowering.lower(site, reduction);
      case Arrangement arrangement -> ArrangementLowering.lower(site, arrangement);
      case Resize resize -> ArrangementLowering.resize(site, resize);
    }
    return site.output();
  }

  /** The node whose ONNX value is the result: the output, or what dropout at the end passes on. */
  private int resultId() {
    Node node = network.outputNode();
    while (node.primitive() instanceof Primitive.Dropout
        || node.primitive() instanceof Primitive.DropPath) {
      node = network.nodes().get(node.inputs().getFirst());
    }
    return node.id();
  }

  /** Its path, unless something else has that name; no path contains a slash. */
  private String valueName(Node node) {
    return taken.contains(node.path()) ? node.path() + "/value" : node.path();
  }
}
