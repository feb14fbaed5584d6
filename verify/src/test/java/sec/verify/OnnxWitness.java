package sec.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import sec.compiler.backend.onnx.OnnxBackend;
import sec.compiler.interpreter.Batch;
import sec.compiler.ir.Network;
import sec.compiler.weights.Weights;

/** The ONNX model in ONNX Runtime. */
final class OnnxWitness implements Witness {
  @Override
  public List<float[]> logits(Network network, Weights weights, List<Batch> batches)
      throws Exception {
    byte[] model = OnnxBackend.model(network, weights).toByteArray();
    List<float[]> results = new ArrayList<>();
    try (OnnxSession session = OnnxSession.of(model)) {
      for (Batch batch : batches) {
        LongStream sample = batch.shape().dimensions().stream().mapToLong(Integer::longValue);
        long[] shape = LongStream.concat(LongStream.of(batch.size()), sample).toArray();
        results.add(session.run(batch.toFloats(), shape));
      }
    }
    return results;
  }
}
