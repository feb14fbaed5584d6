package sec.verify;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A model in ONNX Runtime, on the CPU: one thread that does not spin, so that it neither depends on
 * nor disturbs what else runs, and a strict reading of shapes. For models of one float input and
 * float outputs.
 */
public final class OnnxSession implements AutoCloseable {
  private final OrtSession session;

  private OnnxSession(OrtSession session) {
    this.session = session;
  }

  /** Opens a serialised model. */
  public static OnnxSession of(byte[] model) throws OrtException {
    try (OrtSession.SessionOptions options = options()) {
      return new OnnxSession(OrtEnvironment.getEnvironment().createSession(model, options));
    }
  }

  /** Opens a model file. */
  public static OnnxSession of(Path file) throws OrtException {
    try (OrtSession.SessionOptions options = options()) {
      return new OnnxSession(
          OrtEnvironment.getEnvironment().createSession(file.toString(), options));
    }
  }

  private static OrtSession.SessionOptions options() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.addConfigEntry("session.inter_op.allow_spinning", "0");
    // Otherwise a shape in the model that its operators contradict is only a warning.
    options.addConfigEntry("session.strict_shape_type_inference", "1");
    return options;
  }

  /**
   * Runs one batch.
   *
   * @param input row-major, as many numbers as {@code shape} says
   * @param shape of the input, batch first
   * @return the first output, row-major
   */
  public float[] run(float[] input, long... shape) throws OrtException {
    return outputs(input, shape).firstEntry().getValue();
  }

  /**
   * Runs one batch.
   *
   * @param input row-major, as many numbers as {@code shape} says
   * @param shape of the input, batch first
   * @return every output by its name, row-major, in the model's order
   */
  public SequencedMap<String, float[]> outputs(float[] input, long... shape) throws OrtException {
    String name = session.getInputNames().iterator().next();
    SequencedMap<String, float[]> outputs = new LinkedHashMap<>();
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(input), shape);
        OrtSession.Result result = session.run(Map.of(name, tensor))) {
      for (Map.Entry<String, OnnxValue> output : result) {
        FloatBuffer buffer = ((OnnxTensor) output.getValue()).getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        outputs.put(output.getKey(), values);
      }
    }
    return outputs;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
