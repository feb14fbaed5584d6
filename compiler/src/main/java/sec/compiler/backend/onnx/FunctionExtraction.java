package sec.compiler.backend.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;
import sec.compiler.model.Template;
import sec.compiler.onnx.FunctionProto;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.NodeProto;
import sec.compiler.onnx.OperatorSetIdProto;
import sec.compiler.onnx.TensorProto;

/**
 * Makes a function of every distinct block of a flat graph, with calls in their places: blocks of
 * equal bodies, whatever the sizes of their tensors, are one function, and a block in a block is a
 * call in its function. What a body reads from outside, parameters included, are its inputs.
 *
 * <p>A block whose nodes do not stand together in the flat graph, because a pass moved one, stays
 * flat.
 */
final class FunctionExtraction {
  /** Of the functions. */
  static final String DOMAIN = "sec";

  private static final OperatorSetIdProto OWN =
      OperatorSetIdProto.newBuilder().setDomain(DOMAIN).setVersion(1).build();

  private static final int LEVEL = -1;

  private final GraphProto flat;
  private final List<Integer> origins;
  private final Set<String> parameters;
  private final Map<String, TensorProto> constants = new HashMap<>();

  /** How often each value is read in the flat graph, as an output of it, too. */
  private final Map<String, Integer> uses = new HashMap<>();

  /** Names by bodies; in an order in which a function stands after those that it calls. */
  private final Map<FunctionProto, String> names = new LinkedHashMap<>();

  private final Map<String, Integer> namesakes = new HashMap<>();
  private final List<NodeProto> nodes;

  private FunctionExtraction(Network network, GraphProto flat, List<Integer> origins) {
    this.flat = flat;
    this.parameters =
        network.parameters().stream().map(Parameter::path).collect(Collectors.toSet());
    this.origins = origins;
    flat.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
    for (NodeProto node : flat.getNodeList()) {
      node.getInputList().forEach(value -> uses.merge(value, 1, Integer::sum));
    }
    flat.getOutputList().forEach(output -> uses.merge(output.getName(), 1, Integer::sum));
    this.nodes = fold(network.root(), 0, flat.getNodeCount());
  }

  /**
   * Extracts the functions of {@code flat}.
   *
   * @param origins for each node of it the id of the network's node that it computes, if any
   */
  static FunctionExtraction of(Network network, GraphProto flat, List<Integer> origins) {
    return new FunctionExtraction(network, flat, origins);
  }

  /** Adds the functions and what is left of the graph. */
  void into(ModelProto.Builder model) {
    Set<String> values = new HashSet<>();
    for (NodeProto node : nodes) {
      values.addAll(node.getInputList());
      values.addAll(node.getOutputList());
    }
    GraphProto.Builder graph = flat.toBuilder().clearNode().addAllNode(nodes);
    graph.clearInitializer();
    graph.clearValueInfo();
    flat.getInitializerList().stream()
        .filter(tensor -> values.contains(tensor.getName()))
        .forEach(graph::addInitializer);
    flat.getValueInfoList().stream()
        .filter(value -> values.contains(value.getName()))
        .forEach(graph::addValueInfo);
    model.setGraph(graph);
    if (!names.isEmpty()) {
      model.addOpsetImport(OWN);
    }
    names.forEach((body, name) -> model.addFunctions(body.toBuilder().setName(name)));
  }

  /** The flat nodes from one to before another, all of {@code level}, with calls of its blocks. */
  private List<NodeProto> fold(Instance level, int from, int to) {
    List<Instance> blocks = new ArrayList<>();
    int[] owners = owners(level, from, to, blocks);
    int[] sizes = new int[blocks.size()];
    IntStream.of(owners).filter(owner -> owner >= 0).forEach(owner -> sizes[owner]++);
    List<NodeProto> folded = new ArrayList<>();
    for (int i = 0; i < owners.length; ) {
      int end = i + 1;
      while (end < owners.length && owners[end] == owners[i]) {
        end++;
      }
      if (owners[i] >= 0 && sizes[owners[i]] == end - i) {
        folded.add(call(blocks.get(owners[i]), from + i, from + end));
      } else {
        folded.addAll(flat.getNodeList().subList(from + i, from + end));
      }
      i = end;
    }
    return folded;
  }

  /**
   * For each flat node which of the outermost blocks of a level it is of; {@link #LEVEL} for those
   * of the level itself. What a pass has added between two nodes of a block is of that block.
   *
   * @param blocks is given the blocks
   */
  private int[] owners(Instance level, int from, int to, List<Instance> blocks) {
    Map<Integer, Integer> known = new HashMap<>();
    level.nodes().forEach(id -> known.put(id, LEVEL));
    level.children().forEach(child -> assign(child, false, blocks, known));
    int[] owners = new int[to - from];
    int last = -1;
    for (int i = 0; i < owners.length; i++) {
      Integer owner = known.get(origins.get(from + i));
      owners[i] = owner == null ? LEVEL : owner;
      if (owner != null) {
        if (last >= 0 && owners[last] == owner) {
          Arrays.fill(owners, last, i, owner);
        }
        last = i;
      }
    }
    return owners;
  }

  /** Finds the outermost blocks, and for each node of the network that of which it is. */
  private static void assign(
      Instance instance, boolean inside, List<Instance> blocks, Map<Integer, Integer> owners) {
    boolean owned = inside || instance.kind() == Instance.Kind.BLOCK;
    if (owned && !inside) {
      blocks.add(instance);
    }
    int owner = owned ? blocks.size() - 1 : LEVEL;
    instance.nodes().forEach(id -> owners.put(id, owner));
    instance.children().forEach(child -> assign(child, owned, blocks, owners));
  }

  private NodeProto call(Instance block, int from, int to) {
    List<NodeProto> inner = fold(block, from, to);
    FunctionBody body = new FunctionBody(block.path(), constants, parameters);
    inner.forEach(body::add);
    List<String> results = results(from, to);
    FunctionProto.Builder function = body.function(results);
    function.setDomain(DOMAIN).addOpsetImport(OnnxBackend.OPERATOR_SET);
    if (inner.stream().anyMatch(node -> node.getDomain().equals(DOMAIN))) {
      function.addOpsetImport(OWN);
    }
    Template declared = Objects.requireNonNull(block.block(), block::path);
    if (!declared.doc().isEmpty()) {
      function.setDocString(declared.doc());
    }
    return NodeProto.newBuilder()
        .setName(block.path())
        .setDomain(DOMAIN)
        .setOpType(names.computeIfAbsent(function.build(), made -> newName(declared.name())))
        .addAllInput(body.arguments())
        .addAllOutput(results)
        .setDocString(BlockDocs.line(declared))
        .build();
  }

  private String newName(String word) {
    int count = namesakes.merge(word, 1, Integer::sum);
    return count == 1 ? word : word + "_" + count;
  }

  /** What the flat nodes from one to before another give that is read elsewhere. */
  private List<String> results(int from, int to) {
    List<NodeProto> run = flat.getNodeList().subList(from, to);
    Map<String, Integer> inside = new HashMap<>();
    for (NodeProto node : run) {
      node.getInputList().forEach(value -> inside.merge(value, 1, Integer::sum));
    }
    return run.stream()
        .flatMap(node -> node.getOutputList().stream())
        .filter(value -> uses.getOrDefault(value, 0) > inside.getOrDefault(value, 0))
        .toList();
  }
}
