package sec.compiler.backend.torchscript;

import java.util.List;
import sec.compiler.operators.ChannelConv;
import sec.compiler.operators.ConvTranspose;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Window;

/** The statements of what has windows or weights. */
final class LayerCode {
  private final NodeCode code;

  LayerCode(NodeCode code) {
    this.code = code;
  }

  String conv(Primitive.Conv conv) {
    Window v = conv.vertical();
    Window h = conv.horizontal();
    return code.call(
        "conv2d",
        code.mapInPlaces(),
        code.tensor(0),
        code.tensor(1),
        pair(v.stride(), h.stride()),
        pair(v.pad(), h.pad()),
        pair(v.dilation(), h.dilation()),
        Integer.toString(conv.groups()));
  }

  String transposed(ConvTranspose conv) {
    Window v = conv.vertical();
    Window h = conv.horizontal();
    return code.call(
        "conv_transpose2d",
        code.mapInPlaces(),
        code.tensor(0),
        code.tensor(1),
        pair(v.stride(), h.stride()),
        pair(v.pad(), h.pad()),
        conv.outputPad().toString(),
        Integer.toString(conv.groups()),
        pair(v.dilation(), h.dilation()));
  }

  /** In groups, as a convolution of a map with one place. */
  String linear(Primitive.Linear linear) {
    if (linear.groups() == 1) {
      return code.call("linear", code.input(), code.tensor(0), code.tensor(1));
    }
    int in = code.inputShape().channels();
    String map = "torch.reshape(%s, [-1, %d, 1, 1])".formatted(code.input(), in);
    String weight =
        "torch.reshape(%s, [%d, %d, 1, 1])"
            .formatted(code.tensor(0), linear.out(), in / linear.groups());
    String result =
        code.call(
            "conv2d",
            map,
            weight,
            code.tensor(1),
            pair(1, 1),
            pair(0, 0),
            pair(1, 1),
            Integer.toString(linear.groups()));
    return code.call("flatten", result, "1");
  }

  /** The channels as the places of a sequence with one channel. */
  String alongChannels(ChannelConv conv) {
    String sequence = "torch.unsqueeze(%s, 1)".formatted(code.input());
    String pad = "[%d]".formatted(conv.kernel() / 2);
    String result =
        code.call("conv1d", sequence, code.tensor(0), code.tensor(1), "[1]", pad, "[1]", "1");
    return code.call("squeeze", result, "1");
  }

  String batchNorm(Primitive.BatchNorm bn) {
    return code.call(
        "batch_norm",
        code.input(),
        code.tensor(0),
        code.tensor(1),
        code.tensor(2),
        code.tensor(3),
        "self.training",
        NodeCode.number(bn.momentum()),
        NodeCode.number(bn.eps()),
        "True");
  }

  String maximum(Primitive.MaxPool pool) {
    Window v = pool.vertical();
    Window h = pool.horizontal();
    String pooled =
        code.call(
            "max_pool2d",
            code.input(),
            pair(v.kernel(), h.kernel()),
            pair(v.stride(), h.stride()),
            pair(v.pad(), h.pad()),
            pair(v.dilation(), h.dilation()),
            truth(v.ceil() || h.ceil()));
    return withinWindows(pooled, v, h);
  }

  String average(Primitive.AvgPool pool) {
    Window v = pool.vertical();
    Window h = pool.horizontal();
    String pooled =
        code.call(
            "avg_pool2d",
            code.input(),
            pair(v.kernel(), h.kernel()),
            pair(v.stride(), h.stride()),
            pair(v.pad(), h.pad()),
            truth(v.ceil() || h.ceil()),
            truth(pool.countIncludePad()));
    return withinWindows(pooled, v, h);
  }

  /** libtorch knows one ceil for both axes: where they differ, one has perhaps a window more. */
  private String withinWindows(String pooled, Window vertical, Window horizontal) {
    if (vertical.ceil() == horizontal.ceil()) {
      return pooled;
    }
    int axis = vertical.ceil() ? 2 : 1;
    int size = code.node().shape().get(axis);
    return code.call("narrow", pooled, Integer.toString(axis + 1), "0", Integer.toString(size));
  }

  private static String pair(int vertical, int horizontal) {
    return List.of(vertical, horizontal).toString();
  }

  private static String truth(boolean value) {
    return value ? "True" : "False";
  }
}
