package sec.verify;

import java.util.List;
import java.util.Optional;
import sec.compiler.onnx.ModelProto;
import sec.verify.lint.Finding;
import sec.verify.lint.OnnxLint;

/** A model that the lint and, where it runs, ONNX's own checker have nothing to say against. */
public final class SoundModel {
  private SoundModel() {}

  /**
   * Checks a model that the compiler wrote.
   *
   * @throws IllegalStateException if it is not sound: a mistake of the compiler, named in full
   */
  public static void require(ModelProto model) {
    List<Finding> findings = OnnxLint.check(model);
    if (!findings.isEmpty()) {
      throw new IllegalStateException("the ONNX model is not sound: " + findings);
    }
    if (OnnxChecker.unavailable().isEmpty()) {
      Optional<String> complaint = OnnxChecker.check(model.toByteArray());
      if (complaint.isPresent()) {
        throw new IllegalStateException("ONNX's checker refuses the model: " + complaint.get());
      }
    }
  }
}
