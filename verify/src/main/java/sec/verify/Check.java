package sec.verify;

/** What is asked of a network or a file, in the order of the table. */
public enum Check {
  /** {@link sec.verify.lint.OnnxLint} finds nothing. */
  LINT("structural lint"),
  /** ONNX's own checker, with its strict shape inference, has no complaint. */
  CHECKER("ONNX's checker"),
  /** The shapes that ONNX's inference finds from the input alone are those stated of each value. */
  SHAPES("inferred shapes against stated ones"),
  /** ONNX Runtime opens it with strict shapes. */
  RUNTIME("ONNX Runtime, strict shapes"),
  /** Run node by node as it stands, it answers as with all of ONNX Runtime's optimisations. */
  OPTIMISED("unoptimised against optimised"),
  /** A sample alone is answered as in a batch. */
  BATCH("batch 1 against batch 3"),
  /** The form with less in it answers as the one that can be trained on. */
  FORMS("against the trainable form"),
  /** Blocks as functions of the model answer as the flat graph does. */
  FUNCTIONS("functions against flat"),
  /** DJL, running the generated Java on the same weights, answers alike. */
  DJL("against DJL"),
  /** So does everything on the way. */
  DJL_INSIDE("against DJL, each block and layer"),
  /** So does libtorch, running the TorchScript archive, with all results. */
  SCRIPT("against the TorchScript archive");

  /**
   * Of the largest number expected. A deep network in single precision, with BN that is not
   * trivial, differs by some 1e-6 between two orders of summation, seldom by 1e-5.
   */
  static final double TOLERANCE = 1e-4;

  private final String title;

  Check(String title) {
    this.title = title;
  }

  /** As tables have it. */
  public String title() {
    return title;
  }
}
