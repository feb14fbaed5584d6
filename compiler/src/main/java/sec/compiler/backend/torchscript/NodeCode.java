package sec.compiler.backend.torchscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.operators.Arrangement;
import sec.compiler.operators.ChannelConv;
import sec.compiler.operators.ConvTranspose;
import sec.compiler.operators.Pointwise;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Reduction;
import sec.compiler.operators.Resize;
import sec.compiler.operators.Shape;

/** One node of a network in a method: the statement for each primitive. */
final class NodeCode {
  private static final String NONE = "None";

  /** Channels last, in libtorch's numbers of memory formats. */
  private static final String IN_PLACES = "torch.contiguous(%s, memory_format=2)";

  private final MethodWriter method;
  private final Network network;
  private final Node node;

  NodeCode(MethodWriter method, Network network, Node node) {
    this.method = method;
    this.network = network;
    this.node = node;
  }

  /** Adds what computes the node; returns the name of its value. */
  String write() {
    return switch (node.primitive()) {
      case Primitive.Input input -> input(input);
      case Primitive.Conv conv -> new LayerCode(this).conv(conv);
      case ConvTranspose conv -> new LayerCode(this).transposed(conv);
      case Primitive.Linear linear -> new LayerCode(this).linear(linear);
      case ChannelConv conv -> new LayerCode(this).alongChannels(conv);
      case Primitive.BatchNorm bn -> new LayerCode(this).batchNorm(bn);
      case Primitive.Activation activation -> call(inPlace(activation.word()), input());
      case Primitive.GlobalPool pool ->
          pool == Primitive.GlobalPool.AVERAGE
              ? mean(List.of(1, 2), "False")
              : call("amax", input(), "[2, 3]");
      case Primitive.MaxPool pool -> new LayerCode(this).maximum(pool);
      case Primitive.AvgPool pool -> new LayerCode(this).average(pool);
      case Primitive.Flatten ignored -> call("flatten", input(), "1");
      case Primitive.Dropout drop -> call("dropout", input(), number(drop.rate()), "self.training");
      case Primitive.DropPath drop -> dropPath(drop);
      case Primitive.Elementwise merge -> merge(merge);
      case Primitive.Concat concat ->
          call("cat", "[" + String.join(", ", inputs()) + "]", axis(concat.axis()));
      case Pointwise pointwise -> pointwise(pointwise);
      case Reduction reduction -> reduction(reduction);
      case Arrangement arrangement -> arrangement(arrangement);
      case Resize resize -> resize(resize);
    };
  }

  private String input(Primitive.Input input) {
    String name = method.argument();
    return input.shape().isMap() ? method.statement(IN_PLACES.formatted(name)) : name;
  }

  /** Samples are kept or dropped as the elements of one number for each would be. */
  private String dropPath(Primitive.DropPath drop) {
    String ones = ", 1".repeat(node.shape().rank());
    String mask = "torch.new_ones(%1$s, [torch.size(%1$s, 0)%2$s])".formatted(input(), ones);
    String kept = call("dropout", mask, number(drop.rate()), "self.training");
    return call("mul", input(), kept);
  }

  /** An operator, or the one that overwrites its first argument where nobody misses that. */
  private String inPlace(String operator) {
    return method.overwrites(node) ? operator + "_" : operator;
  }

  private String merge(Primitive.Elementwise merge) {
    String operator =
        switch (merge) {
          case ADD -> inPlace("add");
          case MUL -> "mul";
          case SUB -> "sub";
          case DIV -> "div";
          case MAX -> "maximum";
        };
    String joined = aligned(0);
    for (int i = 1; i < node.inputs().size(); i++) {
      joined = call(operator, joined, aligned(i));
    }
    return joined;
  }

  /** With axes of 1 behind: libtorch aligns shapes at their end, the language at the channels. */
  private String aligned(int i) {
    return ofRank(inputs().get(i), 1 + network.inputShapes(node).get(i).rank());
  }

  /** A tensor of {@code rank} axes with further ones behind, up to as many as the result has. */
  private String ofRank(String tensor, int rank) {
    String code = tensor;
    for (int axis = rank; axis < 1 + node.shape().rank(); axis++) {
      code = "torch.unsqueeze(%s, -1)".formatted(code);
    }
    return code;
  }

  private String pointwise(Pointwise pointwise) {
    return switch (pointwise) {
      case Pointwise.Affine affine -> affine(affine);
      case Pointwise.Clip clip -> call("clamp", input(), number(clip.low()), number(clip.high()));
      case Pointwise.LeakyRelu relu -> call("leaky_relu", input(), number(relu.slope()));
      case Pointwise.Power power ->
          power.exponent() == 0.5
              ? call("sqrt", input())
              : call("pow", input(), number(power.exponent()));
      case Pointwise.Prelu ignored -> call("prelu", input(), tensor(0));
      case Pointwise.ChannelAffine ignored ->
          call("add", "torch.mul(%s, %s)".formatted(input(), perChannel(0)), perChannel(1));
    };
  }

  private String affine(Pointwise.Affine affine) {
    String scaled = affine.scale() == 1 ? input() : call("mul", input(), number(affine.scale()));
    return affine.shift() == 0 ? scaled : call("add", scaled, number(affine.shift()));
  }

  /** A tensor with a number for each channel, so that it broadcasts over places. */
  private String perChannel(int i) {
    return ofRank(tensor(i), 2);
  }

  private String reduction(Reduction reduction) {
    return switch (reduction) {
      case Reduction.Reduce reduce ->
          switch (reduce.kind()) {
            case MEAN -> mean(reduce.axes(), "True");
            case SUM -> call("sum", input(), axes(reduce.axes()), "True");
            case MAX -> call("amax", input(), axes(reduce.axes()), "True");
          };
      case Reduction.Softmax softmax -> call("softmax", input(), axis(softmax.axis()));
      case Reduction.MatMul ignored -> call("matmul", inputs().getFirst(), inputs().getLast());
    };
  }

  /**
   * The sum, by how many there are. libtorch's own mean gives gradients as whole maps that are not
   * laid out as the map is, which makes squeezing and its gradient several times slower.
   */
  private String mean(List<Integer> axes, String keeps) {
    String count =
        axes.stream()
            .map(axis -> "torch.size(%s, %s)".formatted(input(), axis(axis)))
            .reduce("torch.mul(%s, %s)"::formatted)
            .orElseThrow();
    return call("div", method.full(node, call("sum", input(), axes(axes), keeps)), count);
  }

  private String arrangement(Arrangement arrangement) {
    return switch (arrangement) {
      case Arrangement.Slice slice ->
          call(
              "narrow",
              input(),
              axis(slice.axis()),
              Integer.toString(slice.start()),
              Integer.toString(slice.length()));
      case Arrangement.Reshape reshape ->
          call("reshape", input(), batchOf(reshape.shape().dimensions()).toString());
      case Arrangement.Permute permute -> {
        List<Integer> order = new ArrayList<>(List.of(0));
        permute.order().forEach(axis -> order.add(axis + 1));
        yield call("permute", input(), order.toString());
      }
      case Arrangement.Pad pad -> pad(pad);
    };
  }

  /** The batch is of any size. */
  private static List<Integer> batchOf(List<Integer> sizes) {
    List<Integer> all = new ArrayList<>(List.of(-1));
    all.addAll(sizes);
    return all;
  }

  /** From the last axis to the first. */
  private String pad(Arrangement.Pad pad) {
    List<Integer> counts = new ArrayList<>();
    for (int axis = pad.before().size() - 1; axis >= 0; axis--) {
      counts.add(pad.before().get(axis));
      counts.add(pad.after().get(axis));
    }
    return call("constant_pad_nd", input(), counts.toString(), "0");
  }

  private String resize(Resize resize) {
    String size = List.of(resize.height(), resize.width()).toString();
    return switch (resize.mode()) {
      case NEAREST -> call("upsample_nearest2d", input(), size, NONE, NONE);
      case BILINEAR -> call("upsample_bilinear2d", input(), size, "False", NONE, NONE);
    };
  }

  Node node() {
    return node;
  }

  /** The shape of the first value it reads. */
  Shape inputShape() {
    return network.inputShapes(node).getFirst();
  }

  /** The only or first value it reads. */
  String input() {
    return inputs().getFirst();
  }

  private List<String> inputs() {
    return method.inputs(node);
  }

  /** A map that convolutions read as they like it, which some arrangements do not leave it in. */
  String mapInPlaces() {
    int id = node.inputs().getFirst();
    return switch (network.nodes().get(id).primitive()) {
      case Arrangement ignored -> IN_PLACES.formatted(input());
      case Reduction.MatMul ignored -> IN_PLACES.formatted(input());
      default -> input();
    };
  }

  /** Its tensor of that number, {@code None} where it has none. */
  String tensor(int i) {
    return i < node.parameters().size() ? method.tensor(node, node.parameters().get(i)) : NONE;
  }

  /** Adds a statement that calls an operator of libtorch. */
  String call(String operator, String... arguments) {
    return method.statement("torch.%s(%s)".formatted(operator, String.join(", ", arguments)));
  }

  static String number(double value) {
    return Double.toString(value).toLowerCase(Locale.ROOT);
  }

  private static String axis(int axis) {
    return Integer.toString(axis + 1);
  }

  private static String axes(List<Integer> axes) {
    return axes.stream().map(NodeCode::axis).collect(Collectors.joining(", ", "[", "]"));
  }
}
