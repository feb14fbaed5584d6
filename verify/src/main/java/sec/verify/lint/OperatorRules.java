package sec.verify.lint;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sec.compiler.onnx.AttributeProto;
import sec.compiler.onnx.AttributeProto.AttributeType;
import sec.compiler.onnx.NodeProto;

/** Nodes use operators that there are, as those are to be used. */
final class OperatorRules {
  /** The first version of the operators that the table has. */
  private static final long OLDEST = 7;

  private final Body body;
  private final Findings findings;

  private OperatorRules(Body body, Findings findings) {
    this.body = body;
    this.findings = findings;
  }

  static void check(Body body, Functions functions, Findings findings) {
    OperatorRules rules = new OperatorRules(body, findings);
    for (NodeProto node : body.nodes()) {
      rules.attributes(node);
      if (node.getDomain().isEmpty() && functions.called(node).isEmpty()) {
        rules.operator(node);
      }
    }
  }

  private void attributes(NodeProto node) {
    Set<String> names = new HashSet<>();
    for (AttributeProto attribute : node.getAttributeList()) {
      String name = attribute.getName();
      if (!names.add(name)) {
        findings.find(Rule.ATTRIBUTES, "%s has %s twice", body.named(node), name);
      }
      if (attribute.getType() == AttributeType.UNDEFINED) {
        findings.find(Rule.ATTRIBUTES, "%s does not say the type of %s", body.named(node), name);
      } else if (attribute.getRefAttrName().isEmpty() && !holds(attribute)) {
        findings.find(
            Rule.ATTRIBUTES,
            "%s says that %s is of type %s, but holds another",
            body.named(node),
            name,
            attribute.getType());
      }
    }
  }

  /** Whether the value that is there is the one of the type; an empty list is of any. */
  private static boolean holds(AttributeProto attribute) {
    return switch (attribute.getType()) {
      case INT -> attribute.hasI();
      case FLOAT -> attribute.hasF();
      case STRING -> attribute.hasS();
      case TENSOR -> attribute.hasT();
      case GRAPH -> attribute.hasG();
      case INTS -> attribute.getFloatsCount() == 0 && attribute.getStringsCount() == 0;
      case FLOATS -> attribute.getIntsCount() == 0 && attribute.getStringsCount() == 0;
      case STRINGS -> attribute.getIntsCount() == 0 && attribute.getFloatsCount() == 0;
      default -> true;
    };
  }

  private void operator(NodeProto node) {
    long version = body.opsets().getOrDefault("", 0L);
    if (version < OLDEST || version > OperatorTable.latest()) {
      return; // The version is reported, or older than what the table tells of.
    }
    Optional<OperatorTable.Signature> found = OperatorTable.signature(node.getOpType(), version);
    if (found.isEmpty()) {
      findings.find(
          Rule.OPERATORS,
          "%s is a %s, and version %d of ONNX's operators has none",
          body.named(node),
          node.getOpType().isEmpty() ? "node without an operator" : node.getOpType(),
          version);
      return;
    }
    OperatorTable.Signature signature = found.get();
    count(node, "inputs", node.getInputCount(), signature.inputs());
    count(node, "outputs", node.getOutputCount(), signature.outputs());
    Set<String> given = new HashSet<>();
    for (AttributeProto attribute : node.getAttributeList()) {
      given.add(attribute.getName());
      attribute(node, attribute, signature.attributes());
    }
    signature
        .attributes()
        .forEach(
            (name, wanted) -> {
              if (wanted.required() && !given.contains(name)) {
                findings.find(
                    Rule.ATTRIBUTES,
                    "%s, a %s, has no %s",
                    body.named(node),
                    node.getOpType(),
                    name);
              }
            });
  }

  private void count(NodeProto node, String what, int given, OperatorTable.Count wanted) {
    if (!wanted.allows(given)) {
      findings.find(
          Rule.OPERATORS,
          "%s has %d %s; %s has %s",
          body.named(node),
          given,
          what,
          node.getOpType(),
          wanted);
    }
  }

  private void attribute(
      NodeProto node, AttributeProto attribute, Map<String, OperatorTable.Attribute> known) {
    OperatorTable.Attribute wanted = known.get(attribute.getName());
    if (wanted == null) {
      findings.find(
          Rule.ATTRIBUTES,
          "%s has %s, which %s has not",
          body.named(node),
          attribute.getName(),
          node.getOpType());
    } else if (attribute.getType() != AttributeType.UNDEFINED
        && attribute.getType() != wanted.type()) {
      findings.find(
          Rule.ATTRIBUTES,
          "%s of %s is of type %s; in %s it is of type %s",
          attribute.getName(),
          body.named(node),
          attribute.getType(),
          node.getOpType(),
          wanted.type());
    }
  }
}
