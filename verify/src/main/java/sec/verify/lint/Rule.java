package sec.verify.lint;

/** What a model should keep to. */
public enum Rule {
  /** The file is an ONNX model with a graph. */
  FILE,
  /** The model says its IR version, and for each domain it uses the operator set, once. */
  VERSIONS,
  /** Every node has a name that no other has. */
  NODE_NAMES(true),
  /** Every value is defined once: as an input, an initializer, or by one node. */
  DEFINED_ONCE,
  /** What a node reads is defined before it. */
  ORDER,
  /** The graph has one input. */
  INPUTS(true),
  /** Every output of the graph is some node's. */
  OUTPUTS,
  /** Every initializer, every node's value and every function is used. */
  UNUSED(true),
  /**
   * Inputs and outputs have an element type and a shape; no type is stated twice, or of nothing.
   */
  TYPES,
  /** The type of every node's value is stated. */
  VALUE_TYPES(true),
  /** Every operator is one of ONNX's, with as many inputs and outputs as it takes. */
  OPERATORS,
  /** Every attribute is one of its operator's, of its type, and there once. */
  ATTRIBUTES,
  /** Calls of functions find one, with its inputs; no function calls itself. */
  FUNCTIONS,
  /** Every initializer has a type, sizes, and as many numbers as they ask for. */
  INITIALIZERS,
  /** What is kept in other files is there, beside the model, and whole. */
  EXTERNAL_DATA,
  /** No weight is infinite or not a number. */
  FINITE,
  /** Weights have the sizes that the attributes and inputs of their node ask for. */
  WEIGHTS;

  private final boolean ours;

  Rule() {
    this(false);
  }

  Rule(boolean ours) {
    this.ours = ours;
  }

  /** Whether ONNX lets others do as they like, and only models of {@code sec} must keep to it. */
  boolean isOurs() {
    return ours;
  }
}
