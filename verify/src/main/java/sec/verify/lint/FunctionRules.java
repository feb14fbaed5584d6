package sec.verify.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import sec.compiler.onnx.AttributeProto;
import sec.compiler.onnx.FunctionProto;
import sec.compiler.onnx.NodeProto;

/** Functions: each there once, called as it is declared, and not by itself. */
final class FunctionRules {
  /** Domains whose operators runtimes know: no function of the model is meant. */
  private static final Set<String> KNOWN_DOMAINS =
      Set.of(
          "",
          "ai.onnx",
          "ai.onnx.ml",
          "ai.onnx.training",
          "ai.onnx.preview.training",
          "com.microsoft",
          "com.microsoft.nchwc",
          "com.microsoft.experimental");

  private final Functions functions;
  private final Findings findings;
  private final Set<FunctionProto> called = new HashSet<>();

  private FunctionRules(Functions functions, Findings findings) {
    this.functions = functions;
    this.findings = findings;
  }

  static void check(Functions functions, Findings findings) {
    FunctionRules rules = new FunctionRules(functions, findings);
    rules.calls(Body.of(functions.model()));
    Set<List<String>> names = new HashSet<>();
    for (FunctionProto function : functions.model().getFunctionsList()) {
      if (!names.add(List.of(function.getDomain(), function.getName()))) {
        findings.find(Rule.FUNCTIONS, "the function %s is there twice", function.getName());
      }
      rules.calls(Body.of(function));
      rules.recursion(function);
    }
    for (FunctionProto function : functions.model().getFunctionsList()) {
      if (!rules.called.contains(function)) {
        findings.find(Rule.UNUSED, "nothing calls the function %s", function.getName());
      }
    }
  }

  private void calls(Body body) {
    for (NodeProto node : body.nodes()) {
      functions
          .called(node)
          .ifPresentOrElse(function -> call(body, node, function), () -> isKnown(body, node));
    }
  }

  private void isKnown(Body body, NodeProto node) {
    if (!KNOWN_DOMAINS.contains(node.getDomain())) {
      findings.find(
          Rule.FUNCTIONS,
          "%s calls %s of domain '%s', and the model has no such function",
          body.named(node),
          node.getOpType(),
          node.getDomain());
    }
  }

  private void call(Body body, NodeProto node, FunctionProto function) {
    called.add(function);
    count(body.named(node), function, "inputs", node.getInputCount(), function.getInputCount());
    count(body.named(node), function, "outputs", node.getOutputCount(), function.getOutputCount());
    Set<String> given = new HashSet<>();
    node.getAttributeList().forEach(attribute -> given.add(attribute.getName()));
    for (String wanted : function.getAttributeList()) {
      if (!given.remove(wanted)) {
        findings.find(
            Rule.FUNCTIONS,
            "%s calls %s without its attribute %s",
            body.named(node),
            function.getName(),
            wanted);
      }
    }
    function.getAttributeProtoList().stream().map(AttributeProto::getName).forEach(given::remove);
    for (String unknown : given) {
      findings.find(
          Rule.FUNCTIONS,
          "%s calls %s with an attribute %s, which it has not",
          body.named(node),
          function.getName(),
          unknown);
    }
  }

  private void count(String node, FunctionProto function, String what, int given, int declared) {
    // Others may leave out what comes last.
    if (given > declared || (findings.ours() && given < declared)) {
      findings.find(
          Rule.FUNCTIONS,
          "%s calls %s with %d %s, and it has %d",
          node,
          function.getName(),
          given,
          what,
          declared);
    }
  }

  private void recursion(FunctionProto function) {
    List<FunctionProto> open = new ArrayList<>(callees(function).toList());
    Set<FunctionProto> seen = new HashSet<>();
    while (!open.isEmpty()) {
      FunctionProto next = open.removeLast();
      if (next.equals(function)) {
        findings.find(Rule.FUNCTIONS, "the function %s calls itself", function.getName());
        return;
      }
      if (seen.add(next)) {
        open.addAll(callees(next).toList());
      }
    }
  }

  private Stream<FunctionProto> callees(FunctionProto function) {
    return function.getNodeList().stream().flatMap(node -> functions.called(node).stream());
  }
}
