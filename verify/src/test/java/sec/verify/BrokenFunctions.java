package sec.verify;

import java.util.List;
import java.util.function.Consumer;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.NodeProto;

/** Ways to break the functions of a model. */
final class BrokenFunctions {
  private static final int GATE = 0;
  private static final int CURVE = 1;

  private BrokenFunctions() {}

  static List<Breakage> all() {
    return List.of(
        broken(
            "recursion",
            m ->
                m.getFunctionsBuilder(CURVE)
                    .addOpsetImport(m.getOpsetImport(1))
                    .getNodeBuilder(0)
                    .setDomain("sec")
                    .setOpType("Gate"),
            "the function Gate calls itself"),
        broken(
            "unknown function",
            m -> m.removeFunctions(CURVE),
            "function Gate: call calls Curve of domain 'sec', and the model has no such function"),
        broken(
            "wrong number of inputs",
            m -> call(m).addInput("block.bn[0]"),
            "calls Gate with 2 inputs, and it has 1"),
        broken(
            "unknown attribute",
            m -> call(m).addAttribute(m.getGraph().getNode(0).getAttribute(0)),
            "calls Gate with an attribute dilations, which it has not"),
        broken(
            "attribute left out",
            m -> m.getFunctionsBuilder(GATE).addAttribute("alpha"),
            "calls Gate without its attribute alpha"),
        broken(
            "function twice",
            m -> m.addFunctions(m.getFunctions(CURVE)),
            "the function Curve is there twice"),
        broken(
            "function that nothing calls",
            m -> m.addFunctions(m.getFunctions(CURVE).toBuilder().setName("Spare")),
            "nothing calls the function Spare"),
        broken(
            "output of no node",
            m -> m.getFunctionsBuilder(CURVE).setOutput(0, "z"),
            "function Curve: no node gives the output z"),
        broken(
            "operators not imported",
            m -> m.getFunctionsBuilder(CURVE).clearOpsetImport(),
            "function Curve: curve is of domain ''"),
        broken("format too old", m -> m.setIrVersion(7), "functions came with 8"));
  }

  private static NodeProto.Builder call(ModelProto.Builder model) {
    GraphProto.Builder graph = model.getGraphBuilder();
    return graph.getNodeBuilder(SoundFile.place(graph, "block.gate.excite.sigmoid"));
  }

  private static Breakage broken(String name, Consumer<ModelProto.Builder> change, String said) {
    return Breakage.of(SoundFile.FUNCTIONS, "function: " + name, change, Check.LINT, said);
  }
}
