package sec.compiler.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sec.compiler.values.Type;

/** The settings of an experiment beside what it trains and compares, and the words of each. */
public enum ExperimentVocabulary {
  /** The images. */
  DATA(
      "the images",
      false,
      word("cifar10"),
      word("shapes"),
      word("folder", required("path", Type.STRING))),

  /** What is done to images while training. */
  AUGMENT(
      "what is done to images while training",
      true,
      word("pad_crop", required("size", Type.INTEGER), optional("pad", Type.INTEGER)),
      word("flip"),
      word("cutout", required("size", Type.INTEGER))),

  /** The update rule. */
  OPTIMIZER(
      "the update rule",
      false,
      word(
          "sgd",
          required("lr", Type.REAL),
          optional("momentum", Type.REAL),
          optional("weight_decay", Type.REAL),
          optional("nesterov", Type.BOOLEAN)),
      word(
          "adadelta",
          optional("lr", Type.REAL),
          optional("rho", Type.REAL),
          optional("eps", Type.REAL),
          optional("weight_decay", Type.REAL))),

  /** The learning rate over time. */
  SCHEDULE(
      "the learning rate over time",
      false,
      word("constant"),
      word("steps", required("epochs", Type.LIST), optional("factor", Type.REAL)),
      word("decay", required("factor", Type.REAL)),
      word("cosine", optional("warmup", Type.INTEGER)),
      word("one_cycle", optional("warmup", Type.REAL))),

  /** Images per step. */
  BATCH("images per step"),

  /** Passes over the training images. */
  EPOCHS("passes over the training images"),

  /** Runs of each network, which start differently. */
  SEEDS("runs of each network, which start differently"),

  /** Columns of the table. */
  REPORT(
      "the columns of the table",
      true,
      word("top1"),
      word("top5"),
      word("loss"),
      word("params"),
      word("macs"),
      word("latency"));

  private final String summary;
  private final boolean several;

  @SuppressWarnings("ImmutableEnumChecker") // a List.of
  private final List<Callee> choices;

  ExperimentVocabulary(String summary, boolean several, Callee... choices) {
    this.summary = summary;
    this.several = several;
    this.choices = List.of(choices);
  }

  /** A setting that is a number. */
  ExperimentVocabulary(String summary) {
    this(summary, false);
  }

  private static Callee word(String word, Callee.Formal... formals) {
    String signature =
        formals.length == 0
            ? word
            : word
                + Stream.of(formals)
                    .map(Callee.Formal::name)
                    .collect(Collectors.joining(", ", "(", ")"));
    return new Callee(word, signature, List.of(formals));
  }

  private static Callee.Formal required(String name, Type type) {
    return new Callee.Formal(name, false, type);
  }

  private static Callee.Formal optional(String name, Type type) {
    return new Callee.Formal(name, true, type);
  }

  /** The setting of that word. */
  public static Optional<ExperimentVocabulary> of(String word) {
    return Stream.of(values()).filter(setting -> setting.word().equals(word)).findFirst();
  }

  /** All words of settings. */
  public static List<String> words() {
    return Stream.of(values()).map(ExperimentVocabulary::word).toList();
  }

  /** Its word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A few words for people. */
  public String summary() {
    return summary;
  }

  /** Whether it is a whole number of at least 1. */
  public boolean isNumber() {
    return choices.isEmpty();
  }

  /** Whether it may have several words. */
  public boolean takesSeveral() {
    return several;
  }

  /** What it may be. */
  public List<Callee> choices() {
    return choices;
  }
}
