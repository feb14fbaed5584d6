package sec.verify;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OrtException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sec.compiler.backend.onnx.OnnxBackend;
import sec.compiler.ir.Network;
import sec.runtime.training.JavaNetwork;
import sec.verify.OnnxSession.Answers;

/** What the generated Java computes, at every block, slot and layer, held to ONNX Runtime's. */
final class InsideJava {
  private static final String SUBJECT = "Java";

  private final Network network;
  private final Taps taps;
  private final Answers expected;
  private final Set<Integer> compared = new HashSet<>();
  private Deviation worst = Deviation.NONE;
  private String where = "";

  private InsideJava(Network network, Taps taps, Answers expected) {
    this.network = network;
    this.taps = taps;
    this.expected = expected;
  }

  /**
   * What came of it.
   *
   * @param outcomes for the table
   * @param compared ids of the nodes whose values were compared
   */
  record Result(List<Outcome> outcomes, Set<Integer> compared) {}

  /**
   * Compares.
   *
   * @param expected of {@link Taps#tapped}, to these samples
   * @param samples row-major
   * @param shape of the samples, batch first
   */
  static Result compare(
      JavaNetwork java, Network network, Answers expected, float[] samples, long[] shape)
      throws OrtException {
    return new InsideJava(network, Taps.of(network), expected).run(java, samples, shape);
  }

  private Result run(JavaNetwork java, float[] samples, long[] shape) throws OrtException {
    try (NDManager manager = java.manager().newSubManager()) {
      NDArray images = manager.create(samples, new Shape(shape));
      NDArray logits =
          java.forward(
              images,
              false,
              (path, read, result) ->
                  Optional.ofNullable(taps.places().get(path))
                      .ifPresent(
                          place -> {
                            inside(place.entry(), read);
                            inside(place.result(), result);
                          }));
      Deviation answer = Deviation.of(expected.get(OnnxBackend.OUTPUT), logits.toFloatArray());
      compared.add(network.output());
      return new Result(
          List.of(
              Outcome.compared(SUBJECT, Check.DJL, answer, ""),
              Outcome.compared(
                  SUBJECT,
                  Check.DJL_INSIDE,
                  worst,
                  "%,d values%s".formatted(compared.size(), where))),
          Set.copyOf(compared));
    }
  }

  private void inside(int node, NDArray values) {
    if (!compared.add(node)) {
      return;
    }
    try {
      Deviation here = Deviation.of(expected.get(Taps.name(node)), values.toFloatArray());
      if (here.relative() > worst.relative()) {
        worst = here;
        where = ", most at " + network.nodes().get(node).path();
      }
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
