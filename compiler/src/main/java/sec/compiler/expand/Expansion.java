package sec.compiler.expand;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.model.Words;
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
  private final Forms forms;
  private final Steps steps;
  private final Set<String> taken = new HashSet<>();
  private int names;

  private Expansion(Network network) {
    this.network = network;
    this.forms = new Forms(network);
    this.steps = new Steps(network, forms);
    taken.addAll(forms.words());
    taken.add(network.name());
  }

  /**
   * The text of {@code network}; empty when it would be beyond the limits of the language, which is
   * then reported.
   */
  public static Optional<String> of(Network network, Diagnostics diagnostics) {
    String text = new Expansion(network).text();
    return Formatter.format(new Source("expansion of " + network.name(), text), diagnostics);
  }

  private String text() {
    String doc =
        network.doc().lines().map(line -> "/// " + line + "\n").collect(Collectors.joining());
    String body = Line.body(new LevelWriter(this, network.root(), Map.of()).write());
    return "senet 1;\n\n%snet %s : %s %s\n".formatted(doc, network.name(), network.input(), body);
  }

  List<Step> steps(Instance level) {
    return steps.of(level);
  }

  /** A name that nothing else has. */
  String newName() {
    String name = "v" + ++names;
    return taken.contains(name) ? newName() : name;
  }

  /** What a use of a share uses. */
  Forms.Form form(Instance use) {
    return forms.of(use);
  }

  /** The name of a share: its step of the path if that can be, else a new one. */
  String shareName(Forms.Form form, Collection<String> seen) {
    String word = form.use().word();
    boolean free =
        form.place().equals(word)
            && !seen.contains(word)
            && !word.equals(network.name())
            && Words.isPlain(word);
    return free ? word : newName();
  }

  /** A use of an operator with the arguments that were given. */
  String use(Step.Use step) {
    String arguments = arguments(step, true);
    return arguments.isEmpty() ? step.word() : step.word() + "(" + arguments + ")";
  }

  String merge(Step.Use step, List<String> branches) {
    String options = arguments(step, false);
    return step.word()
        + "("
        + String.join("| ", branches)
        + (options.isEmpty() ? "" : ", " + options)
        + ")";
  }

  /** By position as far as that goes, then by name. */
  private static String arguments(Step.Use step, boolean byPosition) {
    Map<String, Value> given = step.instance().arguments();
    List<String> texts = new ArrayList<>();
    boolean position = byPosition;
    for (Operator.Parameter parameter : Operator.of(step.word()).orElseThrow().parameters()) {
      Value value = given.get(parameter.name());
      if (value == null) {
        position = false;
      } else {
        texts.add(position ? text(value) : parameter.name() + " = " + text(value));
      }
    }
    return String.join(", ", texts);
  }

  /** In full, which messages leave out of long lists. */
  private static String text(Value value) {
    return value instanceof Value.Items list
        ? list.items().stream().map(Expansion::text).collect(Collectors.joining(", ", "[", "]"))
        : value.toString();
  }

  /** The shapes of what comes of a step. */
  String note(Step.Use step) {
    return step.results().stream()
        .map(id -> network.nodes().get(id).shape().toString())
        .collect(Collectors.joining(", "));
  }
}
