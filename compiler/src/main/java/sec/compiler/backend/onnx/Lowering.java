package sec.compiler.backend.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;
import sec.compiler.onnx.GraphProto;
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
  private final OnnxGraph graph;
  private final Set<String> taken = new HashSet<>();

  /** Names of the nodes' values, by node id. */
  private final List<String> values = new ArrayList<>();

  private Lowering(Network network, Weights weights) {
    this.network = network;
    this.graph = new OnnxGraph(network.name(), network.doc(), weights);
    taken.add(OnnxBackend.INPUT);
    taken.add(OnnxBackend.OUTPUT);
    taken.addAll(network.outputs().keySet());
    network.parameters().stream().map(Parameter::path).forEach(taken::add);
  }

  static GraphProto graph(Network network, Weights weights) {
    return new Lowering(network, weights).lower();
  }

  private GraphProto lower() {
    int last = resultId();
    for (Node node : network.nodes()) {
      String output = node.id() == last ? OnnxBackend.OUTPUT : valueName(node);
      List<String> inputs = node.inputs().stream().map(values::get).toList();
      values.add(lower(new Site(graph, node, inputs, network.inputShapes(node), output)));
    }
    if (values.get(network.output()).equals(OnnxBackend.INPUT)) {
      // A graph's output must be some node's.
      graph.node(
          OnnxBackend.OUTPUT + "/identity",
          "Identity",
          List.of(OnnxBackend.INPUT),
          OnnxBackend.OUTPUT,
          network.input(),
          List.of());
    }
    graph.output(OnnxBackend.OUTPUT, network.outputNode().shape());
    network.outputs().forEach(this::further);
    return graph.build();
  }

  /** A further result is named anew, as its value may be one that others read, or the result. */
  private void further(String name, int id) {
    Node node = network.nodes().get(id);
    graph.output(name, node.shape());
    graph.node(
        name + "/identity", "Identity", List.of(values.get(id)), name, node.shape(), List.of());
  }

  /** Adds what computes the node's value; returns the name of that value. */
  private String lower(Site site) {
    switch (site.node().primitive()) {
      case Primitive.Input input -> {
        graph.input(OnnxBackend.INPUT, input.shape());
        return OnnxBackend.INPUT;
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
