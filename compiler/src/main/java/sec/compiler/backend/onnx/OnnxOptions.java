package sec.compiler.backend.onnx;

import java.util.List;

/**
 * What an ONNX model is to be like.
 *
 * @param batch the size of every batch; 0 for any
 * @param precision of weights and inner values
 * @param externalData where the weights go
 * @param functions whether each distinct block is a function of the model
 * @param preprocess whether the input is an image of bytes, {@code [batch, H, W, C]}, which the
 *     graph itself scales as the card says
 * @param softmax whether the result is {@code probabilities} instead of {@code logits}
 * @param outputs the results to give, by name; empty for all that the network has
 * @param card what the file says of itself
 */
public record OnnxOptions(
    int batch,
    Precision precision,
    ExternalData externalData,
    boolean functions,
    boolean preprocess,
    boolean softmax,
    List<String> outputs,
    ModelCard card) {

  /** Keeps a copy, and checks that they go together. */
  public OnnxOptions {
    outputs = List.copyOf(outputs);
    if (batch < 0) {
      throw new IllegalArgumentException("a batch of " + batch);
    }
    if (preprocess && card.scaling() == null) {
      throw new IllegalArgumentException("preprocessing without mean and deviation");
    }
    if (softmax && !outputs.isEmpty() && !outputs.contains(OnnxBackend.OUTPUT)) {
      throw new IllegalArgumentException("softmax of a result that is not asked for");
    }
  }

  /** A flat graph in fp32 with all results, for batches of any size. */
  public static OnnxOptions plain() {
    return builder().build();
  }

  /** Starts from {@link #plain}. */
  public static Builder builder() {
    return new Builder();
  }

  boolean gives(String output) {
    return outputs.isEmpty() || outputs.contains(output);
  }

  /** Sets what differs from the plain model. */
  public static final class Builder {
    private int batch;
    private Precision precision = Precision.FP32;
    private ExternalData externalData = ExternalData.AUTO;
    private boolean functions;
    private boolean preprocess;
    private boolean softmax;
    private List<String> outputs = List.of();
    private ModelCard card = ModelCard.EMPTY;

    private Builder() {}

    /** The size of every batch; 0 for any. */
    public Builder batch(int size) {
      this.batch = size;
      return this;
    }

    /** The type of weights and inner values. */
    public Builder precision(Precision type) {
      this.precision = type;
      return this;
    }

    /** Where the weights go. */
    public Builder externalData(ExternalData place) {
      this.externalData = place;
      return this;
    }

    /** Whether blocks are functions. */
    public Builder functions(boolean wanted) {
      this.functions = wanted;
      return this;
    }

    /** Whether the input is an image of bytes; the card then has the scaling. */
    public Builder preprocess(boolean wanted) {
      this.preprocess = wanted;
      return this;
    }

    /** Whether the result is probabilities. */
    public Builder softmax(boolean wanted) {
      this.softmax = wanted;
      return this;
    }

    /** The results to give. */
    public Builder outputs(List<String> names) {
      this.outputs = List.copyOf(names);
      return this;
    }

    /** What the file says of itself. */
    public Builder card(ModelCard said) {
      this.card = said;
      return this;
    }

    /** The options. */
    public OnnxOptions build() {
      return new OnnxOptions(
          batch, precision, externalData, functions, preprocess, softmax, outputs, card);
    }
  }
}
