package sec.compiler.expand;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.operators.Operator;
import sec.compiler.source.Source;
import sec.compiler.syntax.format.Formatter;
import sec.compiler.values.Value;

/**
 * A network as one net without parameters: blocks, slots and block parameters are labels, repeats
 * and conditions are done, all numbers are known, and a comment beside each operation gives the
 * shape of what comes of it. It has the same paths, shapes and parameters, and its expansion is
 * itself.
 */
public final class Expansion {
  private final Network network;
  private final Steps steps;
  private final Map<String, Instance> shares = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private int names;

  private Expansion(Network network) {
    this.network = network;
    this.steps = new Steps(network);
  }

  /**
   * The text of {@code network}; empty when it would be beyond the limits of the language, which is
   * then reported.
   *
   * @throws UnsupportedExpansionException where one net cannot say the same
   */
  public static Optional<String> of(Network network, Diagnostics diagnostics)
      throws UnsupportedExpansionException {
    String text = new Expansion(network).text();
    return Formatter.format(new Source("expansion of " + network.name(), text), diagnostics);
  }

  private String text() throws UnsupportedExpansionException {
    findShares(network.root());
    String doc =
        network.doc().lines().map(line -> "/// " + line + "\n").collect(Collectors.joining());
    String body = Line.body(new LevelWriter(this, network.root(), Map.of()).write());
    return "senet 1;\n\n%snet %s : %s %s\n".formatted(doc, network.name(), network.input(), body);
  }

  private void findShares(Instance instance) {
    if (instance.kind() == Instance.Kind.SHARE) {
      shares.putIfAbsent(instance.path(), instance);
      taken.add(instance.word());
    }
    instance.children().forEach(this::findShares);
  }

  List<Step> steps(Instance level) {
    return steps.of(level);
  }

  /** A name that nothing else has. */
  String newName() {
    String name = "v" + ++names;
    return taken.contains(name) ? newName() : name;
  }

  /** The further results, in their order. */
  Map<String, Integer> outputs() {
    return network.outputs();
  }

  /** Whether further results come in the order in which their values do. */
  boolean outputsFollow() {
    List<Integer> ids = List.copyOf(network.outputs().values());
    return ids.equals(ids.stream().sorted().toList());
  }

  /** What this value is called among the further results. */
  List<String> outputs(int id) {
    return network.outputs().entrySet().stream()
        .filter(output -> output.getValue() == id)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The declarations of shares that belong to a level. */
  List<Line> shares(Instance level, Map<Integer, String> known)
      throws UnsupportedExpansionException {
    List<Line> lines = new ArrayList<>();
    for (Instance share : shares.values()) {
      int cut = share.path().lastIndexOf('.');
      String parent = cut < 0 ? "" : share.path().substring(0, cut);
      if (parent.equals(level.path())) {
        lines.add(share(share, known));
      }
    }
    return lines;
  }

  private Line share(Instance share, Map<Integer, String> known)
      throws UnsupportedExpansionException {
    if (share.path().endsWith("]")) {
      throw new UnsupportedExpansionException(
          share.path() + " is one of several shares of that name at one place: give each its own");
    }
    Set<Integer> read = steps.foreign(share);
    if (!known.keySet().containsAll(read)) {
      throw new UnsupportedExpansionException(
          share.path() + " reads a value that is bound beside it, which stands after it here");
    }
    List<Line> inside = new LevelWriter(this, share, known).write();
    return new Line.Chain("share " + share.word() + " = ", Line.chain(inside));
  }

  /** A use of an operator with the arguments that were given, or of a share. */
  String use(Step step) {
    if (step.instance().kind() == Instance.Kind.SHARE) {
      return step.word();
    }
    String arguments = arguments(step, true);
    return arguments.isEmpty() ? step.word() : step.word() + "(" + arguments + ")";
  }

  String merge(Step step, List<String> branches) {
    String options = arguments(step, false);
    return step.word()
        + "("
        + String.join("| ", branches)
        + (options.isEmpty() ? "" : ", " + options)
        + ")";
  }

  /** By position as far as that goes, then by name. */
  private static String arguments(Step step, boolean byPosition) {
    Map<String, Value> given = step.instance().arguments();
    List<String> texts = new ArrayList<>();
    boolean position = byPosition;
    for (Operator.Parameter parameter : Operator.of(step.word()).orElseThrow().parameters()) {
      Value value = given.get(parameter.name());
      if (value == null) {
        position = false;
      } else {
        texts.add(position ? value.toString() : parameter.name() + " = " + value);
      }
    }
    return String.join(", ", texts);
  }

  /** The shapes of what comes of a step. */
  String note(Step step) {
    return step.results().stream()
        .map(id -> network.nodes().get(id).shape().toString())
        .collect(Collectors.joining(", "));
  }
}
