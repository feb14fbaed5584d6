package sec.compiler.backend.torchscript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;

/** Writes one method: a part of a network in a straight line. */
final class MethodWriter {
  private final Network network;
  private final Precision precision;
  private final LowPrecision low;
  private final Overwriting overwriting;
  private final ScriptModule root;
  private final ScriptModule module;
  private final Placement.Part part;
  private final List<String> arguments = new ArrayList<>();
  private final List<String> body = new ArrayList<>();

  /** Names of values as they are, and of those brought to the other precision. */
  private final Map<Integer, String> names = new HashMap<>();

  private final Map<Integer, String> cast = new HashMap<>();
  private int variables;

  private MethodWriter(
      Network network,
      Precision precision,
      LowPrecision low,
      Overwriting overwriting,
      ScriptModule root,
      Placement.Part part) {
    this.network = network;
    this.precision = precision;
    this.low = low;
    this.overwriting = overwriting;
    this.root = root;
    this.module = root.at(part.path());
    this.part = part;
  }

  /** Gives the modules of {@code root} the methods of {@code network}. */
  static void write(Network network, Precision precision, ScriptModule root) {
    new MethodWriter(
            network,
            precision,
            new LowPrecision(network, precision),
            new Overwriting(network),
            root,
            new Placement(network).whole())
        .write();
    String all =
        network.parameters().stream()
            .map(tensor -> root.accessTensor(tensor.path()))
            .collect(Collectors.joining(", "));
    root.add(
        new ScriptMethod(
            ScriptMethod.TENSORS,
            List.of(),
            ScriptMethod.LIST,
            List.of("return annotate(List[Tensor], [" + all + "])")));
  }

  /** Returns the name of the method. */
  private String write() {
    part.reads().forEach(id -> names.put(id, argument()));
    int next = part.first();
    for (Placement.Part inner : part.inner()) {
      nodes(next, inner.first());
      call(inner);
      next = inner.last() + 1;
    }
    nodes(next, part.last() + 1);
    List<String> given = part.gives().stream().map(this::given).toList();
    body.add(
        given.size() == 1
            ? "return " + given.getFirst()
            : "return (" + String.join(", ", given) + ")");
    return module.add(
        new ScriptMethod(
            ScriptMethod.FORWARD, arguments, ScriptMethod.resultType(given.size()), body));
  }

  /** The network's own results are of full precision. */
  private String given(int id) {
    return part.path().isEmpty() ? value(id, false) : name(id);
  }

  private void nodes(int from, int to) {
    for (Node node : network.nodes().subList(from, to)) {
      names.put(node.id(), new NodeCode(this, network, node).write());
    }
  }

  private void call(Placement.Part inner) {
    String method = new MethodWriter(network, precision, low, overwriting, root, inner).write();
    String relative =
        part.path().isEmpty() ? inner.path() : inner.path().substring(part.path().length() + 1);
    String arguments = inner.reads().stream().map(this::name).collect(Collectors.joining(", "));
    String call = "(%s).%s(%s)".formatted(module.access(relative), method, arguments);
    List<String> results = new ArrayList<>();
    for (int id : inner.gives()) {
      String result = variable();
      results.add(result);
      names.put(id, result);
    }
    body.add(String.join(", ", results) + (results.size() == 1 ? "" : ",") + " = " + call);
  }

  /** Adds an argument; returns its name. */
  String argument() {
    String name = variable();
    arguments.add(name);
    return name;
  }

  private String variable() {
    return "x" + variables++;
  }

  /** Adds a statement that computes a value; returns the value's name. */
  String statement(String expression) {
    String name = variable();
    body.add(name + " = " + expression);
    return name;
  }

  /** The name of a value as it is. */
  String name(int id) {
    String name = names.get(id);
    if (name == null) {
      throw new IllegalStateException(network.nodes().get(id).path() + " is not known here");
    }
    return name;
  }

  /** The name of a value in the precision asked for. */
  String value(int id, boolean wantsLow) {
    if (low.isLow(id) == wantsLow) {
      return name(id);
    }
    String there = cast.get(id);
    if (there == null) {
      there = statement(cast(name(id), wantsLow));
      cast.put(id, there);
    }
    return there;
  }

  private String cast(String value, boolean toLow) {
    return "torch.to(%s, %d)".formatted(value, toLow ? precision.low() : precision.full());
  }

  /** Whether {@code node} may put its value where that of its first input is. */
  boolean overwrites(Node node) {
    return overwriting.overwrites(node);
  }

  /** What was computed of the values that {@code node} reads, in full precision. */
  String full(Node node, String value) {
    return low.readsLow(node) ? cast(value, false) : value;
  }

  /** Values that {@code node} reads, in the precision in which it does. */
  List<String> inputs(Node node) {
    boolean wantsLow = low.readsLow(node);
    return node.inputs().stream().map(id -> value(id, wantsLow)).toList();
  }

  /** A tensor as {@code node} reads it. */
  String tensor(Node node, Parameter tensor) {
    String path = part.path();
    String name =
        module.accessTensor(
            path.isEmpty() ? tensor.path() : tensor.path().substring(path.length() + 1));
    return low.computesLow(node) ? cast(name, true) : name;
  }
}
