package sec.compiler.backend.onnx;

import java.util.HashMap;
import java.util.Map;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.model.Template;

/** What a block says of itself, in a line, at the first node of each use of it. */
final class BlockDocs {
  private final Map<Integer, String> docs = new HashMap<>();

  private BlockDocs() {}

  static BlockDocs of(Network network) {
    BlockDocs docs = new BlockDocs();
    docs.walk(network.root());
    return docs;
  }

  /** Gives the first node of an instance; where several begin, the innermost has its say. */
  private int walk(Instance instance) {
    int first = instance.nodes().stream().mapToInt(id -> id).min().orElse(Integer.MAX_VALUE);
    for (Instance child : instance.children()) {
      first = Math.min(first, walk(child));
    }
    Template block = instance.block();
    if (block != null && !block.isNet()) {
      docs.putIfAbsent(first, line(block));
    }
    return first;
  }

  /** Its name and the first line of its doc comment. */
  static String line(Template block) {
    return block.doc().isEmpty()
        ? block.name()
        : block.name() + ": " + block.doc().lines().findFirst().orElse("").strip();
  }

  /** Empty where no block begins. */
  String of(Node node) {
    return docs.getOrDefault(node.id(), "");
  }
}
