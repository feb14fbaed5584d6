package sec.compiler.backend.onnx;

import java.util.ArrayList;
import java.util.List;
import sec.compiler.operators.ChannelConv;
import sec.compiler.operators.ConvTranspose;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;
import sec.compiler.operators.Window;

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
  static void linear(Site site, Primitive.Linear linear) {
    if (linear.groups() == 1) {
      site.result("Gemm", operands(site), Attributes.integer("transB", 1));
      return;
    }
    String axes = site.graph().integers("/axes_2_3", 2, 3);
    Shape map = Shape.of(site.shapes().getFirst().channels(), 1, 1);
    List<String> operands = new ArrayList<>();
    operands.add(site.step("map", "Unsqueeze", List.of(site.input(), axes), map));
    operands.add(site.unsqueezed(0, 2, 3));
    operands.addAll(site.parameters().stream().skip(1).toList());
    String result =
        site.step(
            "conv",
            "Conv",
            operands,
            Shape.of(linear.out(), 1, 1),
            Attributes.integer("group", linear.groups()));
    site.result("Flatten", List.of(result), Attributes.integer("axis", 1));
  }

  static void transposed(Site site, ConvTranspose conv) {
    Window v = conv.vertical();
    Window h = conv.horizontal();
    site.result(
        "ConvTranspose",
        operands(site),
        Attributes.integers("dilations", v.dilation(), h.dilation()),
        Attributes.integer("group", conv.groups()),
        PoolingLowering.kernel(v, h),
        Attributes.integers("output_padding", conv.outputPad().get(0), conv.outputPad().get(1)),
        Attributes.integers("pads", v.pad(), h.pad(), v.pad(), h.pad()),
        PoolingLowering.strides(v, h));
  }

  /** The channels as the places of a sequence with one channel. */
  static void alongChannels(Site site, ChannelConv conv) {
    String axis = site.graph().integers("/axes_1", 1);
    Shape sequence = Shape.of(1, site.shapes().getFirst().channels());
    List<String> operands = new ArrayList<>();
    operands.add(site.step("sequence", "Unsqueeze", List.of(site.input(), axis), sequence));
    operands.addAll(site.parameters());
    String result =
        site.step(
            "conv",
            "Conv",
            operands,
            sequence,
            Attributes.integers("kernel_shape", conv.kernel()),
            Attributes.integers("pads", conv.kernel() / 2, conv.kernel() / 2));
    site.result("Squeeze", List.of(result, axis));
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
