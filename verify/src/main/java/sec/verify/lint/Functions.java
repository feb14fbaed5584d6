package sec.verify.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sec.compiler.onnx.FunctionProto;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.NodeProto;

/** The functions of a model, by domain and name. */
final class Functions {
  private final ModelProto model;
  private final Map<List<String>, FunctionProto> byName = new HashMap<>();

  Functions(ModelProto model) {
    this.model = model;
    for (FunctionProto function : model.getFunctionsList()) {
      byName.putIfAbsent(List.of(function.getDomain(), function.getName()), function);
    }
  }

  ModelProto model() {
    return model;
  }

  /** The function that a node calls. */
  Optional<FunctionProto> called(NodeProto node) {
    return Optional.ofNullable(byName.get(List.of(node.getDomain(), node.getOpType())));
  }
}
