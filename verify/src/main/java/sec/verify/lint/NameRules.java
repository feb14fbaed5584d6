package sec.verify.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sec.compiler.onnx.NodeProto;

/** Names of nodes and values: each defined once, before it is read, and read. */
final class NameRules {
  private final Body body;
  private final Findings findings;
  private final Set<String> defined = new LinkedHashSet<>();
  private final Set<String> used = new HashSet<>();

  /** The node that gives each value, wherever it stands. */
  private final Map<String, NodeProto> makers = new HashMap<>();

  private NameRules(Body body, Findings findings) {
    this.body = body;
    this.findings = findings;
    for (NodeProto node : body.nodes()) {
      node.getOutputList().forEach(output -> makers.putIfAbsent(output, node));
    }
  }

  static void check(Body body, Findings findings) {
    NameRules rules = new NameRules(body, findings);
    rules.sources();
    rules.nodes();
    rules.outputs();
    rules.unused();
  }

  private void sources() {
    body.inputs().forEach(this::define);
    Set<String> inputs = Set.copyOf(body.inputs());
    for (String initializer : body.initializers()) {
      // Others may list an initializer among the inputs: it is then that input's default.
      if (findings.ours() || !inputs.contains(initializer)) {
        define(initializer);
      }
    }
  }

  private void define(String value) {
    // An empty name is an optional output left out.
    if (!value.isEmpty() && !defined.add(value)) {
      findings.find(Rule.DEFINED_ONCE, "%s%s is defined more than once", body.place(), value);
    }
  }

  private void nodes() {
    Set<String> names = new HashSet<>();
    for (NodeProto node : body.nodes()) {
      if (node.getName().isEmpty()) {
        findings.find(
            Rule.NODE_NAMES,
            "%sthe node that gives %s has no name",
            body.place(),
            node.getOutputList());
      } else if (!names.add(node.getName())) {
        findings.find(Rule.NODE_NAMES, "%stwo nodes are called %s", body.place(), node.getName());
      }
      for (String input : Body.reads(node)) {
        if (!defined.contains(input)) {
          undefined(node, input);
        }
        used.add(input);
      }
      node.getOutputList().forEach(this::define);
    }
  }

  private void undefined(NodeProto node, String input) {
    NodeProto maker = makers.get(input);
    if (maker == null) {
      findings.find(Rule.ORDER, "%s reads %s, which nothing defines", body.named(node), input);
    } else if (dependsOn(maker, node, new HashSet<>())) {
      findings.find(
          Rule.ORDER,
          "%s reads %s, which depends on %s itself: the nodes form a cycle",
          body.named(node),
          input,
          node.getName());
    } else {
      findings.find(
          Rule.ORDER,
          "%s reads %s, which nothing before it defines: %s, which gives it, comes later",
          body.named(node),
          input,
          maker.getName());
    }
  }

  private boolean dependsOn(NodeProto node, NodeProto wanted, Set<NodeProto> seen) {
    if (node.equals(wanted)) {
      return true;
    }
    return seen.add(node)
        && Body.reads(node).stream()
            .flatMap(value -> Optional.ofNullable(makers.get(value)).stream())
            .anyMatch(maker -> dependsOn(maker, wanted, seen));
  }

  private void outputs() {
    if (body.outputs().isEmpty()) {
      findings.find(Rule.OUTPUTS, "%sthere is no output", body.place());
    }
    Set<String> names = new HashSet<>();
    List<String> sources = body.inputs();
    for (String output : body.outputs()) {
      used.add(output);
      if (!names.add(output)) {
        findings.find(Rule.OUTPUTS, "%sthe output %s is there twice", body.place(), output);
      }
      boolean passed = !findings.ours() && sources.contains(output);
      if (!makers.containsKey(output) && !passed) {
        findings.find(Rule.OUTPUTS, "%sno node gives the output %s", body.place(), output);
      }
    }
  }

  private void unused() {
    Set<String> inputs = Set.copyOf(body.inputs());
    for (String value : defined) {
      if (!used.contains(value) && !inputs.contains(value)) {
        findings.find(Rule.UNUSED, "%snothing reads %s", body.place(), value);
      }
    }
  }
}
