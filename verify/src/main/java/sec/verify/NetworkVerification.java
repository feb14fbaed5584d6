package sec.verify;

import ai.djl.Device;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.LongStream;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.backend.onnx.ModelTooLargeException;
import sec.compiler.backend.onnx.OnnxBackend;
import sec.compiler.backend.torchscript.Precision;
import sec.compiler.inference.Model;
import sec.compiler.ir.Network;
import sec.compiler.weights.Weights;
import sec.runtime.EnvironmentException;
import sec.runtime.compile.InMemoryCompiler;
import sec.runtime.training.JavaNetwork;
import sec.runtime.training.ScriptNetwork;
import sec.verify.OnnxSession.Answers;
import sec.verify.OnnxSession.Optimisation;

/**
 * A network held to itself: written in every form that users get, and all of them run on the same
 * weights and samples. The yardstick is the trainable form, run by ONNX Runtime node by node as it
 * stands, whose values inside the generated Java is held to as well.
 */
public final class NetworkVerification implements AutoCloseable {
  private final Network network;
  private final Weights weights;
  private final long seed;
  private final float[] samples;
  private final JavaNetwork java;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final Set<Integer> compared = new HashSet<>();
  private float[] logits = new float[0];

  /**
   * Compiles the network's Java.
   *
   * @param seed of the samples
   * @throws EnvironmentException if there is no Java compiler
   */
  public NetworkVerification(Network network, Weights weights, long seed)
      throws EnvironmentException {
    this.network = network;
    this.weights = weights;
    this.seed = seed;
    this.samples =
        new Samples(seed, Math.toIntExact(network.input().size())).batch(FileChecks.SEVERAL);
    this.java =
        new JavaNetwork(
            InMemoryCompiler.ofJdk().newBlock(DjlBackend.generate(network)), network, Device.cpu());
    java.setValues(weights.tensors());
  }

  /** The samples that all answer. */
  public float[] samples() {
    return samples.clone();
  }

  /** Their shape, batch first. */
  public long[] shape() {
    return shape(FileChecks.SEVERAL);
  }

  /** The network's answer to the samples, by the yardstick, once it has run. */
  public float[] logits() {
    return logits.clone();
  }

  /** The network in Java, which lives as long as this. */
  public JavaNetwork java() {
    return java;
  }

  /** Ids of the nodes whose values DJL and ONNX Runtime were compared at. */
  public Set<Integer> compared() {
    return Set.copyOf(compared);
  }

  @Override
  public void close() {
    java.close();
  }

  /**
   * Makes all checks.
   *
   * @param forms in which ONNX is written
   * @throws IOException if the files cannot be written
   * @throws ModelTooLargeException if the network does not fit into a file
   */
  public Verification run(Set<Form> forms) throws IOException, ModelTooLargeException {
    try (Answers inside = inside()) {
      SequencedMap<String, float[]> expected = expected(inside);
      try (TemporaryFolder folder = new TemporaryFolder()) {
        for (Form form : forms) {
          form(form, folder.file(form.name() + ".onnx"), expected);
          folder.empty();
        }
      }
      java(inside);
      script(expected);
    } catch (OrtException e) {
      outcomes.add(
          Outcome.failed(Form.TRAINABLE.toString(), Check.RUNTIME, String.valueOf(e.getMessage())));
    }
    return new Verification(
        "%s, input %s, %s samples".formatted(network.name(), network.input(), FileChecks.SEVERAL),
        outcomes);
  }

  /** Every value at which Java can be compared, by ONNX Runtime. */
  private Answers inside() throws OrtException, ModelTooLargeException {
    byte[] model = OnnxBackend.model(Taps.of(network).tapped(network), weights).toByteArray();
    try (OnnxSession session = OnnxSession.of(model, Optimisation.NONE);
        OnnxTensor batch = session.tensor(samples, shape(FileChecks.SEVERAL))) {
      return session.answers(batch);
    }
  }

  private SequencedMap<String, float[]> expected(Answers inside) throws OrtException {
    SequencedMap<String, float[]> expected = new LinkedHashMap<>();
    logits = inside.get(OnnxBackend.OUTPUT);
    expected.put(OnnxBackend.OUTPUT, logits);
    for (String name : network.outputs().keySet()) {
      expected.put(name, inside.get(name));
    }
    return expected;
  }

  private void form(Form form, Path file, SequencedMap<String, float[]> expected)
      throws IOException {
    form.write(file, new Model(network, weights));
    FileChecks checks = new FileChecks(form.toString(), file, seed, outcomes);
    if (checks.structure().isEmpty()) {
      return;
    }
    Optional<SequencedMap<String, float[]>> answers = checks.answers(false);
    if (answers.isPresent()) {
      checks.compare(form.check(), answers.get(), expected);
    }
  }

  private void java(Answers inside) throws OrtException {
    InsideJava.Result result =
        InsideJava.compare(java, network, inside, samples, shape(FileChecks.SEVERAL));
    outcomes.addAll(result.outcomes());
    compared.addAll(result.compared());
  }

  private void script(SequencedMap<String, float[]> expected) throws IOException {
    try (ScriptNetwork script = new ScriptNetwork(network, weights, Precision.FP32, Device.cpu());
        NDManager manager = script.manager().newSubManager()) {
      NDList results =
          script.results(manager.create(samples, new Shape(shape(FileChecks.SEVERAL))), false);
      Deviation worst = Deviation.NONE;
      int i = 0;
      for (float[] wanted : expected.values()) {
        worst = worst.or(Deviation.of(wanted, results.get(i++).toFloatArray()));
      }
      outcomes.add(Outcome.compared("TorchScript", Check.SCRIPT, worst, ""));
    }
  }

  private long[] shape(int batch) {
    LongStream sample = network.input().dimensions().stream().mapToLong(Integer::longValue);
    return LongStream.concat(LongStream.of(batch), sample).toArray();
  }
}
