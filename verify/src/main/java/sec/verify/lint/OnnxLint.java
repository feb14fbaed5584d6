package sec.verify.lint;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sec.compiler.backend.onnx.OnnxBackend;
import sec.compiler.onnx.FunctionProto;
import sec.compiler.onnx.ModelProto;

/**
 * What is wrong with the structure of an ONNX model: what the checker and ONNX Runtime let pass, or
 * say less clearly, or leave dead in the file. Rules stand in a class for each family.
 */
public final class OnnxLint {
  private OnnxLint() {}

  /**
   * What a file came to.
   *
   * @param model what is in it; null if it cannot be read as a model
   * @param findings what is wrong with it
   */
  public record Result(@Nullable ModelProto model, List<Finding> findings) {}

  /**
   * Checks a file, and what it keeps in others beside it.
   *
   * @throws IOException if the file cannot be read
   */
  public static Result check(Path file) throws IOException {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
      ModelProto model = ModelProto.parseFrom(stream);
      Path folder = file.toAbsolutePath().getParent();
      return new Result(model, check(model, folder));
    } catch (InvalidProtocolBufferException e) {
      Finding finding =
          new Finding(
              Rule.FILE,
              "the %,d bytes are no ONNX model, or one that is cut off: %s"
                  .formatted(Files.size(file), e.getMessage()));
      return new Result(null, List.of(finding));
    }
  }

  /** All findings in a model whose tensors it holds; empty if it is well built. */
  public static List<Finding> check(ModelProto model) {
    return check(model, null);
  }

  private static List<Finding> check(ModelProto model, @Nullable Path folder) {
    Findings findings = new Findings(model.getProducerName().equals(OnnxBackend.PRODUCER));
    if (!model.hasGraph()) {
      findings.find(Rule.FILE, "there is no graph in it: it is no ONNX model, or one cut off");
      return findings.all();
    }
    VersionRules.check(model, findings);
    Functions functions = new Functions(model);
    FunctionRules.check(functions, findings);
    Body graph = Body.of(model);
    check(graph, functions, findings);
    for (FunctionProto function : model.getFunctionsList()) {
      check(Body.of(function), functions, findings);
    }
    TypeRules.check(model.getGraph(), findings);
    if (folder != null) {
      // What is checked before it is a file may have its weights among the inputs.
      TypeRules.oneInput(model.getGraph(), findings);
    }
    TensorRules.check(model.getGraph(), folder, findings);
    WeightRules.check(model.getGraph(), findings);
    return findings.all();
  }

  private static void check(Body body, Functions functions, Findings findings) {
    NameRules.check(body, findings);
    OperatorRules.check(body, functions, findings);
  }
}
