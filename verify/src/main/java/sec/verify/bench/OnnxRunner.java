package sec.verify.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import sec.verify.OnnxSession;

/** A model in ONNX Runtime, optimised, with a batch to answer. */
final class OnnxRunner implements Runner {
  private final OnnxSession session;
  private final OnnxTensor batch;

  /**
   * Opens a model.
   *
   * @throws BenchException if it cannot run under {@code setting}
   */
  OnnxRunner(String name, Path file, Setting setting) throws BenchException {
    try {
      session = OnnxSession.of(file, OnnxSession.Optimisation.ALL, setting.threads());
      batch = session.samples(setting.batch(), Bench.SEED);
    } catch (OrtException e) {
      throw new BenchException(name, e);
    }
  }

  @Override
  public void run() {
    try {
      session.answers(batch).close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    batch.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
