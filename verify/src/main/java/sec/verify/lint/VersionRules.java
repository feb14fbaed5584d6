package sec.verify.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sec.compiler.onnx.FunctionProto;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.NodeProto;
import sec.compiler.onnx.OperatorSetIdProto;

/** Versions of the format and of the operators. */
final class VersionRules {
  private final Findings findings;

  private VersionRules(Findings findings) {
    this.findings = findings;
  }

  static void check(ModelProto model, Findings findings) {
    VersionRules rules = new VersionRules(findings);
    rules.format(model);
    rules.imports("", model.getOpsetImportList(), model.getGraph().getNodeList());
    for (FunctionProto function : model.getFunctionsList()) {
      String place = "function " + function.getName() + ": ";
      rules.imports(place, function.getOpsetImportList(), function.getNodeList());
    }
  }

  private void format(ModelProto model) {
    long version = model.getIrVersion();
    if (version < 1) {
      findings.find(Rule.VERSIONS, "the model does not say its IR version");
    } else if (version > OperatorTable.ir()) {
      findings.find(
          Rule.VERSIONS,
          "the model is of IR version %d; the newest known here is %d",
          version,
          OperatorTable.ir());
    } else if (version < 8 && model.getFunctionsCount() > 0) {
      findings.find(
          Rule.VERSIONS, "the model is of IR version %d, and functions came with 8", version);
    }
  }

  private void imports(String place, List<OperatorSetIdProto> sets, List<NodeProto> nodes) {
    Set<String> domains = new HashSet<>();
    for (OperatorSetIdProto set : sets) {
      if (!domains.add(set.getDomain())) {
        findings.find(Rule.VERSIONS, "%sdomain '%s' is imported twice", place, set.getDomain());
      }
      if (set.getVersion() < 1) {
        findings.find(
            Rule.VERSIONS, "%sdomain '%s' is imported without a version", place, set.getDomain());
      }
      if (set.getDomain().isEmpty() && set.getVersion() > OperatorTable.latest()) {
        findings.find(
            Rule.VERSIONS,
            "%sversion %d of ONNX's operators is imported; the newest known here is %d",
            place,
            set.getVersion(),
            OperatorTable.latest());
      }
    }
    List<String> reported = new ArrayList<>();
    for (NodeProto node : nodes) {
      if (!domains.contains(node.getDomain()) && !reported.contains(node.getDomain())) {
        reported.add(node.getDomain());
        findings.find(
            Rule.VERSIONS,
            "%s%s is of domain '%s', which is not imported",
            place,
            node.getName(),
            node.getDomain());
      }
    }
  }
}
