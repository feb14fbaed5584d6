package sec.compiler.backend.onnx;

import sec.compiler.operators.Primitive;

/** Lowers what treats elements one by one, or only arranges them anew. */
final class ElementLowering {
  private ElementLowering() {}

  static void activation(Site site, Primitive.Activation activation) {
    String operator =
        switch (activation) {
          case RELU -> "Relu";
          case SIGMOID -> "Sigmoid";
          case TANH -> "Tanh";
          case ERF -> "Erf";
          case SOFTPLUS -> "Softplus";
        };
    site.result(operator, site.inputs());
  }

  static void flatten(Site site) {
    site.result("Flatten", site.inputs(), Attributes.integer("axis", 1));
  }
}
