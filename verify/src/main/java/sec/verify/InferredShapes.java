package sec.verify;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.onnx.OpSchemaRegistry;
import org.bytedeco.onnx.ShapeInferenceOptions;
import org.bytedeco.onnx.StringTensorShapeProtoMap;
import org.bytedeco.onnx.global.onnx;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.TensorProto;
import sec.compiler.onnx.TensorShapeProto.Dimension;
import sec.compiler.onnx.TypeProto;
import sec.compiler.onnx.ValueInfoProto;

/** The shapes that a model states of its values, held to those that ONNX's inference finds. */
final class InferredShapes {
  /** Tensors with more elements than this are weights, whose numbers decide no shape. */
  private static final long FEW = 64;

  /** Errors of inference end it. */
  private static final int STRICT = 1;

  /**
   * What came of it.
   *
   * @param compared how many values
   * @param complaints about those that differ
   */
  record Result(int compared, List<String> complaints) {}

  private InferredShapes() {}

  /**
   * Infers all shapes from the input's alone, and compares.
   *
   * @throws IllegalStateException if {@link OnnxChecker} is not available
   */
  static Result compare(ModelProto model) {
    OnnxChecker.require();
    try {
      Map<String, TypeProto.Tensor> found = new HashMap<>();
      values(inferred(bare(model)))
          .forEach(v -> found.put(v.getName(), v.getType().getTensorType()));
      List<String> complaints = new ArrayList<>();
      int compared = 0;
      for (ValueInfoProto value : values(model).toList()) {
        TypeProto.Tensor inferred = found.get(value.getName());
        if (inferred == null || !inferred.hasShape()) {
          complaints.add("nothing is inferred for " + value.getName());
        } else {
          compared++;
          compare(value, inferred, complaints);
        }
      }
      return new Result(compared, complaints);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("what ONNX's inference gives is no model", e);
    } catch (RuntimeException e) {
      return new Result(0, List.of(String.valueOf(e.getMessage())));
    }
  }

  private static Stream<ValueInfoProto> values(ModelProto model) {
    return Stream.concat(
        model.getGraph().getValueInfoList().stream(), model.getGraph().getOutputList().stream());
  }

  /** Without what is stated of values, and without the numbers of the weights. */
  private static ModelProto bare(ModelProto model) {
    ModelProto.Builder bare = model.toBuilder();
    GraphProto.Builder graph = bare.getGraphBuilder();
    graph.clearValueInfo();
    graph
        .getOutputBuilderList()
        .forEach(output -> output.getTypeBuilder().getTensorTypeBuilder().clearShape());
    for (TensorProto.Builder tensor : graph.getInitializerBuilderList()) {
      if (tensor.getDimsList().stream().reduce(1L, (a, b) -> a * b) > FEW) {
        tensor.clearRawData().clearFloatData().clearExternalData().clearDataLocation();
      }
    }
    return bare.build();
  }

  private static ModelProto inferred(ModelProto model) throws InvalidProtocolBufferException {
    byte[] given = model.toByteArray();
    boolean checkTypes = true;
    boolean propagateData = true;
    try (org.bytedeco.onnx.ModelProto proto = new org.bytedeco.onnx.ModelProto();
        BytePointer bytes = new BytePointer(given);
        ShapeInferenceOptions options =
            new ShapeInferenceOptions(checkTypes, STRICT, propagateData);
        StringTensorShapeProtoMap known = new StringTensorShapeProtoMap()) {
      proto.ParseFromArray(bytes, given.length);
      onnx.InferShapes(proto, OpSchemaRegistry.Instance(), options, known);
      try (BytePointer result = proto.SerializeAsString()) {
        byte[] out = new byte[Math.toIntExact(result.limit())];
        result.get(out);
        return ModelProto.parseFrom(ByteString.copyFrom(out));
      }
    }
  }

  private static void compare(
      ValueInfoProto value, TypeProto.Tensor inferred, List<String> complaints) {
    TypeProto.Tensor stated = value.getType().getTensorType();
    List<Dimension> mine = stated.getShape().getDimList();
    List<Dimension> theirs = inferred.getShape().getDimList();
    boolean same = mine.size() == theirs.size() && stated.getElemType() == inferred.getElemType();
    for (int i = 0; same && i < mine.size(); i++) {
      // A size that is open may have any name, or none.
      same =
          mine.get(i).hasDimValue()
              ? mine.get(i).getDimValue() == theirs.get(i).getDimValue()
              : !theirs.get(i).hasDimValue();
    }
    if (!same) {
      complaints.add(
          "%s is stated as %s, and inferred as %s"
              .formatted(value.getName(), shown(stated), shown(inferred)));
    }
  }

  private static String shown(TypeProto.Tensor type) {
    return TensorProto.DataType.forNumber(type.getElemType())
        + type.getShape().getDimList().stream()
            .map(d -> d.hasDimValue() ? Long.toString(d.getDimValue()) : "?" + d.getDimParam())
            .collect(Collectors.joining(", ", "[", "]"));
  }
}
