package sec.verify;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sec.compiler.backend.onnx.ModelTooLargeException;
import sec.compiler.backend.onnx.OnnxBackend;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.ir.Network;
import sec.compiler.onnx.FunctionProto;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.NodeProto;
import sec.compiler.onnx.OperatorSetIdProto;
import sec.compiler.onnx.StringStringEntryProto;
import sec.compiler.onnx.TensorProto;
import sec.compiler.weights.TrialWeights;

/** A file of ours without a fault: one network in three arrangements. */
enum SoundFile {
  /** Everything in one graph. */
  FLAT {
    @Override
    void arrange(ModelProto.Builder model, Path folder) {}
  },

  /** The gate's last two steps as functions, one of which calls the other. */
  FUNCTIONS {
    @Override
    void arrange(ModelProto.Builder model, Path folder) {
      OperatorSetIdProto own =
          OperatorSetIdProto.newBuilder().setDomain("sec").setVersion(1).build();
      FunctionProto.Builder curve =
          function("Curve")
              .addNode(node("curve", "", "Sigmoid", "x", "y"))
              .addOpsetImport(model.getOpsetImport(0));
      FunctionProto.Builder gate =
          function("Gate")
              .addNode(node("call", "sec", "Curve", "x", "y"))
              .addOpsetImport(own)
              .addOpsetImport(model.getOpsetImport(0));
      model.addOpsetImport(own).addFunctions(gate).addFunctions(curve);
      GraphProto.Builder graph = model.getGraphBuilder();
      graph
          .getNodeBuilder(place(graph, "block.gate.excite.sigmoid"))
          .setOpType("Gate")
          .setDomain("sec");
    }
  },

  /** The largest weight in a file of its own. */
  EXTERNAL {
    @Override
    void arrange(ModelProto.Builder model, Path folder) {
      TensorProto.Builder weight = initializer(model.getGraphBuilder(), "block.conv.0.weight");
      ByteString bytes = weight.getRawData();
      try {
        Files.write(folder.resolve("weights.bin"), bytes.toByteArray());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      weight
          .clearRawData()
          .setDataLocation(TensorProto.DataLocation.EXTERNAL)
          .addExternalData(entry("location", "weights.bin"))
          .addExternalData(entry("offset", "0"))
          .addExternalData(entry("length", Integer.toString(bytes.size())));
    }
  };

  abstract void arrange(ModelProto.Builder model, Path folder);

  ModelProto.Builder model(Path folder) {
    Network network = NetworkFixtures.squeezeExcitation();
    try {
      ModelProto.Builder model =
          OnnxBackend.model(network, TrialWeights.of(1, network)).toBuilder();
      arrange(model, folder);
      return model;
    } catch (ModelTooLargeException e) {
      throw new AssertionError(e);
    }
  }

  Path write(Path folder) throws IOException {
    return Files.write(folder.resolve("tiny.onnx"), model(folder).build().toByteArray());
  }

  static NodeProto.Builder node(
      String name, String domain, String operator, String input, String output) {
    return NodeProto.newBuilder()
        .setName(name)
        .setDomain(domain)
        .setOpType(operator)
        .addInput(input)
        .addOutput(output);
  }

  private static FunctionProto.Builder function(String name) {
    return FunctionProto.newBuilder().setDomain("sec").setName(name).addInput("x").addOutput("y");
  }

  static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  /** Where the node of that name stands. */
  static int place(GraphProto.Builder graph, String node) {
    return graph.getNodeList().stream().map(NodeProto::getName).toList().indexOf(node);
  }

  static TensorProto.Builder initializer(GraphProto.Builder graph, String name) {
    return graph.getInitializerBuilderList().stream()
        .filter(tensor -> tensor.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
