package sec.verify;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sec.compiler.backend.onnx.OnnxBackend;
import sec.compiler.backend.onnx.OnnxOptions;
import sec.compiler.inference.Deployment;
import sec.compiler.inference.Model;
import sec.compiler.inference.Target;

/** A form in which users get a network as ONNX: a file, and what it shows to answer alike. */
public enum Form {
  /** With BN, under the names of weight files. */
  TRAINABLE("trainable", Check.OPTIMISED, null),
  /** The same, with each distinct block as a function of the model. */
  FUNCTIONS("functions", Check.FUNCTIONS, null),
  /** Deploy form, to run anywhere. */
  GENERIC("generic", Check.FORMS, Target.GENERIC),
  /** Deploy form, to run fast in ONNX Runtime. */
  ORT_CPU("ort-cpu", Check.FORMS, Target.ORT_CPU);

  private final String title;
  private final Check check;
  private final @Nullable Target target;

  /**
   * A form.
   *
   * @param check what it shows that it answers as the trainable form does unoptimised
   * @param target whose passes make it; null for none
   */
  Form(String title, Check check, @Nullable Target target) {
    this.title = title;
    this.check = check;
    this.target = target;
  }

  Check check() {
    return check;
  }

  /**
   * Writes it.
   *
   * @param file to be written; perhaps another beside it
   */
  public void write(Path file, Model model) throws IOException {
    Model form = target == null ? model : Deployment.of(model, target.passes());
    OnnxBackend.write(file, form, OnnxOptions.builder().functions(this == FUNCTIONS).build());
  }

  /** As tables have it, and users type it. */
  @Override
  public String toString() {
    return title;
  }
}
