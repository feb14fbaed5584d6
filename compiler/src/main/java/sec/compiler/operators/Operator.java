package sec.compiler.operators;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sec.compiler.values.Type;

/**
 * The vocabulary: what each operator is called, takes, does by default and means. Checking, help
 * and reports read it here; the entries stand by family, {@code Convolutions}, {@code Pools} and so
 * on. Shape rule and cost are those of the {@link Primitive}s it is made of.
 */
public enum Operator {
  /** 2-D convolution. */
  CONV(Convolutions.CONV),
  /** Depthwise convolution. */
  DWCONV(Convolutions.DWCONV),
  /** Transposed convolution. */
  CONV_TRANSPOSE(Convolutions.CONV_TRANSPOSE),
  /** Fully connected layer. */
  FC(Convolutions.FC),
  /** Convolution along the channels of a vector. */
  CHANNEL_CONV(Convolutions.CHANNEL_CONV),
  /** Batch normalisation. */
  BN(Normalizations.BN),
  /** Layer normalisation. */
  LN(Normalizations.LN),
  /** Group normalisation. */
  GN(Normalizations.GN),
  /** Local response normalisation. */
  LRN(Normalizations.LRN),
  /** Rectifier. */
  RELU(Activations.RELU),
  /** Rectifier that ends at 6. */
  RELU6(Activations.RELU6),
  /** Rectifier with a learned slope. */
  PRELU(Activations.PRELU),
  /** Rectifier with a slope. */
  LEAKY_RELU(Activations.LEAKY_RELU),
  /** Logistic function. */
  SIGMOID(Activations.SIGMOID),
  /** Its piecewise linear likeness. */
  HARD_SIGMOID(Activations.HARD_SIGMOID),
  /** Hyperbolic tangent. */
  TANH(Activations.TANH),
  /** Sigmoid linear unit. */
  SILU(Activations.SILU),
  /** Its piecewise likeness. */
  HARD_SWISH(Activations.HARD_SWISH),
  /** Gaussian error linear unit. */
  GELU(Activations.GELU),
  /** Mish. */
  MISH(Activations.MISH),
  /** Softmax. */
  SOFTMAX(Reductions.SOFTMAX),
  /** Global average pooling. */
  GAP(Pools.GAP),
  /** Global maximum pooling. */
  GMP(Pools.GMP),
  /** Global standard deviation. */
  GSTD(Reductions.GSTD),
  /** Mean over places. */
  MEAN(Reductions.MEAN),
  /** Sum over places. */
  SUM(Reductions.SUM),
  /** Mean over channels. */
  CHANNEL_MEAN(Reductions.CHANNEL_MEAN),
  /** Maximum over channels. */
  CHANNEL_MAX(Reductions.CHANNEL_MAX),
  /** Maximum pooling. */
  MAXPOOL(Pools.MAXPOOL),
  /** Average pooling. */
  AVGPOOL(Pools.AVGPOOL),
  /** Flattening. */
  FLATTEN(Arrangements.FLATTEN),
  /** Channel shuffle. */
  SHUFFLE(Arrangements.SHUFFLE),
  /** Sum of groups of channels. */
  FOLD(Reductions.FOLD),
  /** A part along one axis. */
  SLICE(Arrangements.SLICE),
  /** Several parts along one axis. */
  SPLIT(Arrangements.SPLIT),
  /** Zero padding. */
  PAD(Arrangements.PAD),
  /** Height and width exchanged. */
  TRANSPOSE(Arrangements.TRANSPOSE),
  /** Another height and width. */
  UPSAMPLE(Arrangements.UPSAMPLE),
  /** A given factor. */
  SCALE_BY(Activations.SCALE_BY),
  /** A given factor and shift. */
  AFFINE(Activations.AFFINE),
  /** Dropout. */
  DROPOUT(Activations.DROPOUT),
  /** Stochastic depth. */
  DROP_PATH(Activations.DROP_PATH),
  /** Sum of branches. */
  ADD(Merges.ADD),
  /** Product of branches. */
  MUL(Merges.MUL),
  /** Difference of branches. */
  SUB(Merges.SUB),
  /** Quotient of branches. */
  DIV(Merges.DIV),
  /** Maximum of branches. */
  MAX(Merges.MAX),
  /** Branches one after the other. */
  CONCAT(Merges.CONCAT),
  /** Attention. */
  ATTEND(Merges.ATTEND);

  private static final Map<String, Operator> BY_WORD =
      Stream.of(values()).collect(Collectors.toMap(Operator::word, Function.identity()));

  @SuppressWarnings("ImmutableEnumChecker") // of lambdas without state, and lists that are copies
  private final Definition definition;

  Operator(Definition definition) {
    this.definition = definition;
  }

  /**
   * A parameter of an operator.
   *
   * @param name for named arguments
   * @param type what it takes
   * @param list whether a list of such will do too
   * @param fallback its default as the user would write it; empty when a use must give it
   * @param summary a few words for people
   */
  public record Parameter(String name, Type type, boolean list, String fallback, String summary) {
    /** Whether a use may leave it out. */
    public boolean isOptional() {
      return !fallback.isEmpty();
    }

    Parameter orList() {
      return new Parameter(name, type, true, fallback, summary);
    }
  }

  /** The operator that {@code word} names. */
  public static Optional<Operator> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** The word that names it in a chain. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it joins branches, instead of reading the current value. */
  public boolean isMerge() {
    return !definition.branches().isEmpty();
  }

  /** One line for people, shapes included. */
  public String summary() {
    return definition.summary();
  }

  /** In the order of positional arguments. */
  public List<Parameter> parameters() {
    return definition.parameters();
  }

  /** What a use with these arguments on values of these shapes is made of. */
  public Composition composition(Arguments arguments, List<Shape> inputs) throws ShapeException {
    return Composition.of(definition.meaning(), arguments, inputs);
  }

  /**
   * The parts that {@link #SPLIT} gives, in order: its use is as many slices.
   *
   * @param arguments of the use
   * @param input shape of what is split
   */
  public static List<Arrangement.Slice> slices(Arguments arguments, Shape input)
      throws ShapeException {
    return Arrangements.slices(arguments, input);
  }

  /** {@code conv(out, k = 1, stride = 1, ...)}, {@code concat(a | b | ..., axis = "C")}. */
  public String signature() {
    List<String> parts = new ArrayList<>();
    if (isMerge()) {
      parts.add(definition.branches());
    }
    for (Parameter parameter : parameters()) {
      parts.add(
          parameter.isOptional()
              ? parameter.name() + " = " + parameter.fallback()
              : parameter.name());
    }
    return parts.isEmpty() ? word() : word() + "(" + String.join(", ", parts) + ")";
  }
}
