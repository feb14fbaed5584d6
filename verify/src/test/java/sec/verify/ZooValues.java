package sec.verify;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import sec.compiler.backend.onnx.OnnxBackend;
import sec.compiler.interpreter.Batch;
import sec.compiler.ir.Network;
import sec.compiler.weights.Weights;
import sec.runtime.training.JavaNetwork;

/** What a network computes on the way, by the ids of its nodes, row-major. */
final class ZooValues {
  private ZooValues() {}

  /** Everything that enters or leaves a block or layer of the Java, and the result. */
  static Map<Integer, float[]> inJava(JavaNetwork java, Taps taps, Network network, Batch images) {
    Map<Integer, float[]> values = new HashMap<>();
    try (NDManager manager = java.manager().newSubManager()) {
      NDArray input = manager.create(images.toFloats(), new Shape(shape(network, images.size())));
      NDArray logits =
          java.forward(
              input,
              false,
              (path, read, result) -> {
                Taps.Place place = taps.places().get(path);
                if (place != null) {
                  values.computeIfAbsent(place.entry(), node -> read.toFloatArray());
                  values.computeIfAbsent(place.result(), node -> result.toFloatArray());
                }
              });
      values.put(network.output(), logits.toFloatArray());
    }
    return values;
  }

  /** The same, and more, by ONNX Runtime. */
  static Map<Integer, float[]> inOnnx(Network network, Weights weights, Taps taps, Batch images)
      throws Exception {
    Map<Integer, float[]> values = new HashMap<>();
    byte[] model = OnnxBackend.model(taps.tapped(network), weights).toByteArray();
    try (OnnxSession session = OnnxSession.of(model)) {
      Map<String, float[]> outputs =
          session.outputs(images.toFloats(), shape(network, images.size()));
      for (Taps.Place place : taps.places().values()) {
        for (int node : new int[] {place.entry(), place.result()}) {
          values.put(node, requireNonNull(outputs.get(Taps.name(node))));
        }
      }
      values.put(network.output(), requireNonNull(outputs.get(OnnxBackend.OUTPUT)));
    }
    return values;
  }

  /** The shape of a batch of the network's input. */
  static long[] shape(Network network, int size) {
    LongStream sample = network.input().dimensions().stream().mapToLong(Integer::longValue);
    return LongStream.concat(LongStream.of(size), sample).toArray();
  }
}
