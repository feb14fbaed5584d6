package sec.compiler.corpus;

import java.util.stream.Collectors;
import sec.compiler.analysis.Cost;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Arrangement;
import sec.compiler.operators.Axis;
import sec.compiler.operators.ConvTranspose;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Reduction;
import sec.compiler.operators.Window;

/** A network as text: a line for each node, then the totals. */
public final class NetworkText {
  private NetworkText() {}

  /** All of {@code network}. */
  public static String of(Network network) {
    Cost cost = Cost.of(network);
    String nodes =
        network.nodes().stream()
            .map(node -> line(node, node.id() == network.output()))
            .collect(Collectors.joining());
    String outputs =
        network.outputs().entrySet().stream()
            .map(output -> "  output %s: %d\n".formatted(output.getKey(), output.getValue()))
            .collect(Collectors.joining());
    return "%s %s%n%s  params %,d, buffers %,d, macs %,d%n"
        .formatted(
            network.name(),
            network.input(),
            nodes + outputs,
            cost.parameters(),
            cost.buffers(),
            cost.macs())
        .replace(System.lineSeparator(), "\n");
  }

  private static String line(Node node, boolean output) {
    String inputs =
        node.inputs().isEmpty()
            ? ""
            : node.inputs().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", " of ", ""));
    String parameters =
        node.parameters().stream().map(NetworkText::parameter).collect(Collectors.joining(", "));
    return "  %d %s: %s%s -> %s%s%s\n"
        .formatted(
            node.id(),
            node.path(),
            primitive(node.primitive()),
            inputs,
            node.shape(),
            parameters.isEmpty() ? "" : "; " + parameters,
            output ? "; result" : "");
  }

  private static String parameter(Parameter parameter) {
    return parameter.path() + " " + parameter.shape() + (parameter.trained() ? "" : " buffer");
  }

  private static String primitive(Primitive primitive) {
    return switch (primitive) {
      case Primitive.Conv conv ->
          "conv(%d, %s%s%s%s)"
              .formatted(
                  conv.out(),
                  windows(conv.vertical(), conv.horizontal()),
                  conv.groups() == 1 ? "" : ", groups " + conv.groups(),
                  conv.bias() ? ", bias" : "",
                  init(conv.init()));
      case Primitive.Linear fc ->
          "fc(%d%s%s%s)"
              .formatted(
                  fc.out(),
                  fc.groups() == 1 ? "" : ", groups " + fc.groups(),
                  fc.bias() ? ", bias" : "",
                  init(fc.init()));
      case Primitive.BatchNorm bn ->
          "bn(%s, %s%s)".formatted(bn.eps(), bn.momentum(), bn.init() == 1 ? "" : ", zeros");
      case Primitive.MaxPool pool ->
          "maxpool(%s)".formatted(windows(pool.vertical(), pool.horizontal()));
      case Primitive.AvgPool pool ->
          "avgpool(%s%s)"
              .formatted(
                  windows(pool.vertical(), pool.horizontal()),
                  pool.countIncludePad() ? "" : ", padding left out");
      case Arrangement.Slice slice ->
          "slice(%s, %d, %d)".formatted(Axis.name(slice.axis()), slice.start(), slice.length());
      case Primitive.Input input -> "input";
      case Reduction.Reduce reduce -> primitive.word() + reduce.axes().toString();
      case ConvTranspose conv ->
          "conv_transpose(%d, %s, output pad %s%s%s%s)"
              .formatted(
                  conv.out(),
                  windows(conv.vertical(), conv.horizontal()),
                  conv.outputPad(),
                  conv.groups() == 1 ? "" : ", groups " + conv.groups(),
                  conv.bias() ? ", bias" : "",
                  init(conv.init()));
      case Primitive.Concat concat ->
          concat.axis() == 0 ? "concat" : "concat(%s)".formatted(Axis.name(concat.axis()));
      default ->
          primitive instanceof Record ? primitive.word() + components(primitive) : primitive.word();
    };
  }

  /** {@code Affine[scale=2.0, shift=0.0]} as {@code (2.0, 0.0)}. */
  private static String components(Primitive primitive) {
    String all = primitive.toString().replaceFirst("^\\w+\\[(.*)]$", "($1)");
    return all.equals("()") ? "" : all.replaceAll("\\w+=", "");
  }

  private static String init(String name) {
    return name.equals("default") ? "" : ", " + name;
  }

  private static String windows(Window vertical, Window horizontal) {
    return vertical.equals(horizontal)
        ? window(vertical)
        : window(vertical) + " by " + window(horizontal);
  }

  private static String window(Window window) {
    return window.kernel()
        + (window.stride() == 1 ? "" : " stride " + window.stride())
        + (window.pad() == 0 ? "" : " pad " + window.pad())
        + (window.dilation() == 1 ? "" : " dilation " + window.dilation())
        + (window.ceil() ? " ceil" : "");
  }
}
