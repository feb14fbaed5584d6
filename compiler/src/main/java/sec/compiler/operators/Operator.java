package sec.compiler.operators;

import static sec.compiler.values.Type.BOOLEAN;
import static sec.compiler.values.Type.INTEGER;
import static sec.compiler.values.Type.REAL;
import static sec.compiler.values.Type.SIZE;
import static sec.compiler.values.Type.STRING;

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
 * and reports read it here; shape rule and cost are those of the {@link Primitive} it becomes.
 */
public enum Operator {
  /** 2-D convolution. */
  CONV(
      "convolution, [C, H, W] to [out, H', W']; zero padding; no bias unless asked for",
      Primitives::conv,
      required("out", INTEGER, "output channels"),
      optional("k", SIZE, "1", "kernel"),
      optional("stride", SIZE, "1", "step"),
      optional("pad", SIZE, "none", "padding; none: floor((k-1)/2) * dilation"),
      optional("groups", INTEGER, "1", "independent slices of the channels"),
      optional("dilation", SIZE, "1", "distance between the elements a kernel sees"),
      optional("bias", BOOLEAN, "false", "add a bias"),
      optional("init", STRING, "\"default\"", "initialiser: default, kaiming or zeros")),

  /** Depthwise convolution. */
  DWCONV(
      "depthwise convolution, each channel by itself, [C, H, W] to [C, H', W']",
      Primitives::dwconv,
      required("k", SIZE, "kernel"),
      optional("stride", SIZE, "1", "step"),
      optional("pad", SIZE, "none", "padding; none: floor((k-1)/2) * dilation"),
      optional("dilation", SIZE, "1", "distance between the elements a kernel sees"),
      optional("bias", BOOLEAN, "false", "add a bias"),
      optional("init", STRING, "\"default\"", "initialiser: default, kaiming or zeros")),

  /** Fully connected layer. */
  FC(
      "fully connected layer, [C] to [out]; has a bias unless bias=false",
      Primitives::fc,
      required("out", INTEGER, "size of the result"),
      optional("bias", BOOLEAN, "true", "add a bias"),
      optional("init", STRING, "\"default\"", "initialiser: default, kaiming or zeros")),

  /** Batch normalisation. */
  BN(
      "batch normalisation over each channel, of a map or a vector",
      Primitives::bn,
      optional("eps", REAL, "1e-5", "added to the variance"),
      optional("momentum", REAL, "0.1", "share of the new batch in the running statistics")),

  /** Rectifier. */
  RELU("max(x, 0) of each element", (a, in) -> Primitive.Activation.RELU),

  /** Logistic function. */
  SIGMOID("1/(1 + exp(-x)) of each element", (a, in) -> Primitive.Activation.SIGMOID),

  /** Hyperbolic tangent. */
  TANH("the hyperbolic tangent of each element", (a, in) -> Primitive.Activation.TANH),

  /** Global average pooling. */
  GAP("the mean of each channel, [C, H, W] to [C]", (a, in) -> Primitive.GlobalPool.AVERAGE),

  /** Global maximum pooling. */
  GMP("the maximum of each channel, [C, H, W] to [C]", (a, in) -> Primitive.GlobalPool.MAXIMUM),

  /** Maximum pooling. */
  MAXPOOL(
      "the maximum of each window, [C, H, W] to [C, H', W']",
      Primitives::maxpool,
      required("k", SIZE, "window"),
      optional("stride", SIZE, "none", "step; none: the window"),
      optional("pad", SIZE, "none", "padding; none: floor((k-1)/2)"),
      optional("ceil", BOOLEAN, "false", "a last window only partly inside counts")),

  /** Average pooling. */
  AVGPOOL(
      "the mean of each window, [C, H, W] to [C, H', W']",
      Primitives::avgpool,
      required("k", SIZE, "window"),
      optional("stride", SIZE, "none", "step; none: the window"),
      optional("pad", SIZE, "none", "padding; none: floor((k-1)/2)"),
      optional("ceil", BOOLEAN, "false", "a last window only partly inside counts"),
      optional("count_include_pad", BOOLEAN, "true", "the zeros of the padding count")),

  /** Flattening. */
  FLATTEN("a map as one vector, [C, H, W] to [C*H*W]", (a, in) -> new Primitive.Flatten()),

  /** Dropout. */
  DROPOUT(
      "while training, drops elements and scales up the rest",
      Primitives::dropout,
      optional("rate", REAL, "0.5", "probability of dropping, 0 up to below 1"));

  private static final Map<String, Operator> BY_WORD =
      Stream.of(values()).collect(Collectors.toMap(Operator::word, Function.identity()));

  private final String summary;

  @SuppressWarnings("ImmutableEnumChecker") // each is a lambda without state
  private final Meaning meaning;

  @SuppressWarnings("ImmutableEnumChecker") // a List.of
  private final List<Parameter> parameters;

  Operator(String summary, Meaning meaning, Parameter... parameters) {
    this.summary = summary;
    this.meaning = meaning;
    this.parameters = List.of(parameters);
  }

  /**
   * A parameter of an operator.
   *
   * @param name for named arguments
   * @param type what it takes
   * @param fallback its default as the user would write it; empty when a use must give it
   * @param summary a few words for people
   */
  public record Parameter(String name, Type type, String fallback, String summary) {
    /** Whether a use may leave it out. */
    public boolean isOptional() {
      return !fallback.isEmpty();
    }
  }

  @FunctionalInterface
  private interface Meaning {
    Primitive of(Arguments arguments, Shape input) throws ShapeException;
  }

  private static Parameter required(String name, Type type, String summary) {
    return new Parameter(name, type, "", summary);
  }

  private static Parameter optional(String name, Type type, String fallback, String summary) {
    return new Parameter(name, type, fallback, summary);
  }

  /** The operator that {@code word} names. */
  public static Optional<Operator> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** The word that names it in a chain. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One line for people, shapes included. */
  public String summary() {
    return summary;
  }

  /** In the order of positional arguments. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The primitive that a use with these arguments on a value of this shape is. */
  public Primitive primitive(Arguments arguments, Shape input) throws ShapeException {
    return meaning.of(arguments, input);
  }

  /** {@code conv(out, k = 1, stride = 1, ...)}. */
  public String signature() {
    return parameters.isEmpty()
        ? word()
        : parameters.stream()
            .map(p -> p.isOptional() ? p.name() + " = " + p.fallback() : p.name())
            .collect(Collectors.joining(", ", word() + "(", ")"));
  }
}
