package sec.compiler.inference;

import java.util.function.Consumer;

/**
 * A rewriting of a network that leaves what it computes in inference as it is, up to rounding. In
 * the order in which they are applied. To add one: a class with its rewriting, and a line here.
 */
public enum Pass {
  /** Without what only training needs, and what hands on its input as it is. */
  DROP_IDENTITIES(
      "drop-identities",
      "Drop dropout, drop_path, and what hands on its input as it is.",
      Target.GENERIC,
      DropIdentities::apply),
  /** Batch normalisation as part of the layer before it. */
  FOLD_BN(
      "fold-bn",
      "Fold bn into the convolution or fully connected layer before it.",
      Target.GENERIC,
      editor -> FoldScaling.apply(editor, FoldScaling::isBatchNorm)),
  /** Numbers known beforehand as part of the layer before them. */
  FOLD_CONSTANTS(
      "fold-constants",
      "Fold other constant factors and terms into the layer before them.",
      Target.GENERIC,
      editor -> FoldScaling.apply(editor, FoldScaling::isConstant)),
  /** Parallel convolutions that are added or stacked, as one. */
  MERGE_PARALLEL(
      "merge-parallel",
      "Make convolutions of one input and window, which are added or stacked, one.",
      Target.GENERIC,
      MergeParallel::apply),
  /** The squeeze before the convolution that it looks at. */
  SQUEEZE_EARLY(
      "squeeze-early",
      "Squeeze what a 1x1 convolution reads, with the convolution folded into the first layer of"
          + " the excitation.",
      Target.ORT_CPU,
      SqueezeEarly::apply),
  /** Gates as maps of one place. */
  EXCITE_AS_CONV(
      "excite-as-conv",
      "Compute gates by 1x1 convolutions, which stay in ONNX Runtime's blocked layout.",
      Target.ORT_CPU,
      ExciteAsConvolution::apply),
  /** Gates spread over the map before they are multiplied with it. */
  SPREAD_GATE(
      "spread-gate",
      "Spread gates over the map, so that their product stays in ONNX Runtime's blocked layout.",
      Target.ORT_CPU,
      SpreadGate::apply);

  private final String word;
  private final String description;
  private final Target target;

  @SuppressWarnings("ImmutableEnumChecker") // a method of a class without state
  private final Consumer<Editor> rewriting;

  Pass(String word, String description, Target target, Consumer<Editor> rewriting) {
    this.word = word;
    this.description = description;
    this.target = target;
    this.rewriting = rewriting;
  }

  /** Its name, as users write it. */
  public String word() {
    return word;
  }

  /** What it does, in a sentence. */
  public String description() {
    return description;
  }

  /** What it is for: {@link Target#GENERIC} ones help everywhere. */
  public Target target() {
    return target;
  }

  /** The model, rewritten; itself where there is nothing to do. */
  public Model apply(Model model) {
    Editor editor = new Editor(model);
    rewriting.accept(editor);
    return editor.isChanged() ? editor.model() : model;
  }
}
