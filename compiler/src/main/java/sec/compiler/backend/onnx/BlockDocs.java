package sec.compiler.backend.onnx;

import java.util.HashMap;
import java.util.Map;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.model.Template;

/** What the innermost block around a node says of itself, in a line. */
final class BlockDocs {
  private final Map<Integer, String> docs = new HashMap<>();

  private BlockDocs() {}

  static BlockDocs of(Network network) {
    BlockDocs docs = new BlockDocs();
    docs.walk(network.root(), "");
    return docs;
  }

  private void walk(Instance instance, String outer) {
    Template block = instance.block();
    String doc =
        block == null || block.isNet()
            ? outer
            : block.doc().isEmpty()
                ? block.name()
                : block.name() + ": " + block.doc().lines().findFirst().orElse("").strip();
    instance.nodes().forEach(id -> docs.put(id, doc));
    instance.children().forEach(child -> walk(child, doc));
  }

  /** Empty outside of blocks. */
  String of(Node node) {
    return docs.getOrDefault(node.id(), "");
  }
}
