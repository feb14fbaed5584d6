package sec.compiler.backend.onnx;

import java.util.ArrayList;
import java.util.List;
import sec.compiler.operators.Primitive;

/** Lowers what has parameters: convolutions, fully connected layers, normalisation. */
final class LayerLowering {
  private LayerLowering() {}

  static void conv(Site site, Primitive.Conv conv) {
    site.result(
        "Conv",
        operands(site),
        Attributes.integers("dilations", conv.vertical().dilation(), conv.horizontal().dilation()),
        Attributes.integer("group", conv.groups()),
        PoolingLowering.kernel(conv.vertical(), conv.horizontal()),
        PoolingLowering.paddingWithOverhang(site, conv.vertical(), conv.horizontal()),
        PoolingLowering.strides(conv.vertical(), conv.horizontal()));
  }

  /** As Gemm rather than a 1x1 Conv: on batches ONNX Runtime is about twice as fast. */
  static void linear(Site site) {
    site.result("Gemm", operands(site), Attributes.integer("transB", 1));
  }

  /**
   * In inference form, from the running statistics. It stays a node of its own, so that its tensors
   * keep their names; runtimes fold it into the convolution.
   */
  static void batchNorm(Site site, Primitive.BatchNorm bn) {
    site.result(
        "BatchNormalization",
        operands(site),
        Attributes.real("epsilon", bn.eps()),
        // ONNX means the share of the old statistics.
        Attributes.real("momentum", 1 - bn.momentum()));
  }

  /** The input, then the parameters: ONNX lists them in the network's own order. */
  private static List<String> operands(Site site) {
    List<String> operands = new ArrayList<>(site.inputs());
    operands.addAll(site.parameters());
    return operands;
  }
}
