package sec.verify;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A model in ONNX Runtime, on the CPU: threads that do not spin, so that they neither depend on nor
 * disturb what else runs, and a strict reading of shapes. For models of one input.
 */
public final class OnnxSession implements AutoCloseable {
  private final OrtSession session;

  /** How ONNX Runtime treats a model. */
  public enum Optimisation {
    /** Its nodes are run as they stand. */
    NONE,
    /** Everything that ONNX Runtime knows to make of it. */
    ALL
  }

  private OnnxSession(OrtSession session) {
    this.session = session;
  }

  /** Opens a serialised model, optimised, for one thread. */
  public static OnnxSession of(byte[] model) throws OrtException {
    return of(model, Optimisation.ALL);
  }

  /** Opens a serialised model, for one thread. */
  public static OnnxSession of(byte[] model, Optimisation optimisation) throws OrtException {
    try (OrtSession.SessionOptions options = options(optimisation, 1)) {
      return new OnnxSession(OrtEnvironment.getEnvironment().createSession(model, options));
    }
  }

  /** Opens a model file, optimised, for one thread. */
  public static OnnxSession of(Path file) throws OrtException {
    return of(file, Optimisation.ALL, 1);
  }

  /** Opens a model file. */
  public static OnnxSession of(Path file, Optimisation optimisation, int threads)
      throws OrtException {
    try (OrtSession.SessionOptions options = options(optimisation, threads)) {
      return new OnnxSession(
          OrtEnvironment.getEnvironment().createSession(file.toString(), options));
    }
  }

  private static OrtSession.SessionOptions options(Optimisation optimisation, int threads)
      throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.addConfigEntry("session.inter_op.allow_spinning", "0");
    // Otherwise a shape in the model that its operators contradict is only a warning.
    options.addConfigEntry("session.strict_shape_type_inference", "1");
    // What goes wrong comes as an exception; a warning has nothing to do on a user's terminal.
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    if (optimisation == Optimisation.NONE) {
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
      // Weights arranged for the machine are an optimisation, too, and take as long as a run.
      options.addConfigEntry("session.disable_prepacking", "1");
    }
    return options;
  }

  /**
   * What a model reads.
   *
   * @param name of the input
   * @param type of its numbers
   * @param shape batch first; -1 for a size that is open
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared whole
  public record Input(String name, OnnxJavaType type, long[] shape) {}

  /**
   * The model's one input.
   *
   * @throws OrtException if it has several, or one that is no tensor
   */
  public Input input() throws OrtException {
    Map<String, NodeInfo> inputs = session.getInputInfo();
    NodeInfo first = inputs.values().iterator().next();
    if (inputs.size() > 1 || !(first.getInfo() instanceof TensorInfo tensor)) {
      throw new OrtException(
          "it reads %s, and only models of one tensor are run".formatted(inputs.keySet()));
    }
    return new Input(first.getName(), tensor.type, tensor.getShape());
  }

  /**
   * A batch as the model reads it; for bytes, numbers around 0 become such around 128.
   *
   * @param numbers row-major, as many as {@code shape} says
   * @param shape batch first
   * @return to be closed by the caller
   * @throws OrtException if the model reads numbers of another type than float, half or byte
   */
  public OnnxTensor tensor(float[] numbers, long... shape) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    return switch (input().type()) {
      case FLOAT -> OnnxTensor.createTensor(environment, FloatBuffer.wrap(numbers), shape);
      case FLOAT16 -> {
        ShortBuffer halves =
            ByteBuffer.allocateDirect(2 * numbers.length)
                .order(ByteOrder.nativeOrder())
                .asShortBuffer();
        for (float number : numbers) {
          halves.put(Float.floatToFloat16(number));
        }
        yield OnnxTensor.createTensor(environment, halves.flip(), shape, OnnxJavaType.FLOAT16);
      }
      case UINT8 -> {
        ByteBuffer bytes = ByteBuffer.allocateDirect(numbers.length);
        for (float number : numbers) {
          bytes.put((byte) Math.clamp(Math.round(128 + 50 * number), 0, 255));
        }
        yield OnnxTensor.createTensor(environment, bytes.flip(), shape, OnnxJavaType.UINT8);
      }
      default ->
          throw new OrtException(
              "it reads numbers of type " + input().type() + ", which is not run");
    };
  }

  /**
   * A batch of samples drawn from a normal distribution; of one seed, all batches begin alike.
   *
   * @return to be closed by the caller
   * @throws OrtException if the model reads something else than a batch of that size
   */
  public OnnxTensor samples(int batch, long seed) throws OrtException {
    Input input = input();
    long[] shape = input.shape().clone();
    boolean fixed = shape.length > 0 && shape[0] > 0;
    if (shape.length == 0
        || (fixed && shape[0] != batch)
        || Arrays.stream(shape).skip(1).anyMatch(size -> size < 1)) {
      throw new OrtException(
          "it reads %s, %s, and no batch of %d"
              .formatted(input.name(), Arrays.toString(shape), batch));
    }
    shape[0] = batch;
    long sample = Arrays.stream(shape).skip(1).reduce(1, Math::multiplyExact);
    return tensor(new Samples(seed, Math.toIntExact(sample)).batch(batch), shape);
  }

  /** What came of a run: it stays outside of Java's memory until it is asked for. */
  public static final class Answers implements AutoCloseable {
    private final OrtSession.Result result;

    private Answers(OrtSession.Result result) {
      this.result = result;
    }

    /**
     * An output, row-major.
     *
     * @throws OrtException if there is none of that name, or one of other numbers than floats
     */
    public float[] get(String name) throws OrtException {
      if (result.get(name).orElse(null) instanceof OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        if (buffer != null) {
          float[] values = new float[buffer.remaining()];
          buffer.get(values);
          return values;
        }
      }
      throw new OrtException("there is no output " + name + " of type float");
    }

    /** All outputs by name, in the model's order. */
    public SequencedMap<String, float[]> all() throws OrtException {
      SequencedMap<String, float[]> all = new LinkedHashMap<>();
      for (Map.Entry<String, ?> output : result) {
        all.put(output.getKey(), get(output.getKey()));
      }
      return all;
    }

    @Override
    public void close() {
      result.close();
    }
  }

  /**
   * Runs one batch.
   *
   * @param batch from {@link #tensor}
   * @return to be closed by the caller
   */
  public Answers answers(OnnxTensor batch) throws OrtException {
    return new Answers(session.run(Map.of(session.getInputNames().iterator().next(), batch)));
  }

  /**
   * Runs one batch.
   *
   * @param numbers row-major, as many as {@code shape} says
   * @param shape of the input, batch first
   * @return every output by its name, row-major, in the model's order
   */
  public SequencedMap<String, float[]> outputs(float[] numbers, long... shape) throws OrtException {
    try (OnnxTensor batch = tensor(numbers, shape);
        Answers answers = answers(batch)) {
      return answers.all();
    }
  }

  /**
   * Runs one batch.
   *
   * @param numbers row-major, as many as {@code shape} says
   * @param shape of the input, batch first
   * @return the first output, row-major
   */
  public float[] run(float[] numbers, long... shape) throws OrtException {
    return outputs(numbers, shape).firstEntry().getValue();
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
