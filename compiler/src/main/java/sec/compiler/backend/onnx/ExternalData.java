package sec.compiler.backend.onnx;

/** Where a model's weights are. */
public enum ExternalData {
  /** In the model's file, or beside it when that file would reach 2 GiB. */
  AUTO,
  /** Always in a file of their own beside the model. */
  ALWAYS,
  /** Always in the model's file. */
  NEVER
}
