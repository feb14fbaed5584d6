package sec.verify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sec.compiler.backend.onnx.ChosenOutputs;
import sec.compiler.backend.onnx.ExternalData;
import sec.compiler.backend.onnx.ModelCard;
import sec.compiler.backend.onnx.OnnxBackend;
import sec.compiler.backend.onnx.OnnxModel;
import sec.compiler.backend.onnx.OnnxOptions;
import sec.compiler.backend.onnx.Precision;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.inference.Deployment;
import sec.compiler.inference.Model;
import sec.compiler.inference.Target;
import sec.compiler.ir.Network;
import sec.compiler.onnx.ModelProto;
import sec.compiler.weights.ChannelScaling;

/** Whatever a model is to be like, it is sound, and its numbers are those of the plain model. */
class OnnxOptionsTest {
  private static final long SEED = 3;
  private static final double HALF = 1e-2;
  private static final ChannelScaling IMAGES =
      new ChannelScaling(List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f));

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  static Stream<Named<Network>> networks() {
    List<Network> networks = new ArrayList<>();
    networks.add(TestNetworks.library("ThreeLayerSE", List.of()));
    networks.add(TestNetworks.library("SECifarResNet20", List.of()));
    networks.add(TestNetworks.of("MobileNetV3Small", "input=[3, 33, 35]"));
    networks.add(TestNetworks.of("constructs.senet:Constructs"));
    networks.add(TestNetworks.of("language.senet:Language"));
    networks.add(TestNetworks.of("vocabulary.senet"));
    return networks.stream().map(network -> Named.of(network.name(), network));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void streamIsTheModelInMemory(Network network) throws Exception {
    OnnxModel model = model(network, OnnxOptions.builder());
    byte[] file = Files.readAllBytes(written(model).getFirst());
    assertEquals(model.bytes(), file.length);
    assertEquals(model.whole(), ModelProto.parseFrom(file));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void functionsGiveTheSameBits(Network network) throws Exception {
    OnnxModel functions = model(network, OnnxOptions.builder().functions(true));
    assertSame(plain(network, 2), run(functions, network, 2));
  }

  /** Also of what passes have moved and added. */
  @ParameterizedTest
  @MethodSource("networks")
  void functionsOfTheDeployFormGiveTheSameBits(Network network) throws Exception {
    for (Target target : Target.values()) {
      Model model =
          Deployment.of(
              new Model(network, NetworkFixtures.weights(network, SEED)), target.passes());
      SequencedMap<String, float[]> flat = run(deployed(model, false), network, 2);
      assertSame(flat, run(deployed(model, true), network, 2));
    }
  }

  private static OnnxModel deployed(Model model, boolean functions) {
    return OnnxBackend.model(
        model.network(), model.weights(), OnnxOptions.builder().functions(functions).build());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void externalDataGivesTheSameBits(Network network) throws Exception {
    OnnxModel external = model(network, OnnxOptions.builder().externalData(ExternalData.ALWAYS));
    SequencedMap<String, float[]> outputs = run(external, network, 2);
    assertEquals(2, written(external).size());
    assertSame(plain(network, 2), outputs);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void batchIsFixed(Network network) throws Exception {
    OnnxModel fixed = model(network, OnnxOptions.builder().batch(2));
    assertSame(plain(network, 2), run(fixed, network, 2));
    assertThrows(OrtException.class, () -> run(fixed, network, 3));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void halvesAreNear(Network network) throws Exception {
    OnnxModel halves = model(network, OnnxOptions.builder().precision(Precision.FP16));
    SequencedMap<String, float[]> expected = plain(network, 2);
    run(halves, network, 2)
        .forEach((name, actual) -> assertTrue(distance(of(expected, name), actual) < HALF, name));
    assertTrue(halves.bytes() < model(network, OnnxOptions.builder()).bytes());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void softmaxFollowsTheLogits(Network network) throws Exception {
    OnnxModel model = model(network, OnnxOptions.builder().softmax(true));
    float[] actual = of(run(model, network, 1), OnnxBackend.PROBABILITIES);
    float[] logits = of(plain(network, 1), OnnxBackend.OUTPUT);
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit);
    }
    float[] expected = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      expected[i] = (float) (Math.exp(logits[i]) / sum);
    }
    assertNear(expected, actual, 1e-5);
  }

  @Test
  void bytesOfAnImageAreNormalisedAsByHand() throws Exception {
    Network network = TestNetworks.of("MobileNetV3Small", "input=[3, 33, 35]");
    byte[] image = new byte[2 * 33 * 35 * 3];
    new Random(SEED).nextBytes(image);
    float[] planes = new float[image.length];
    for (int i = 0; i < image.length; i++) {
      int channel = i % 3;
      int place = i / 3 % (33 * 35);
      int sample = i / (3 * 33 * 35);
      planes[(sample * 3 + channel) * 33 * 35 + place] =
          ((image[i] & 255) / 255f - IMAGES.mean().get(channel)) / IMAGES.std().get(channel);
    }
    ModelCard card = new ModelCard(null, null, List.of(), IMAGES);
    OnnxModel model = model(network, OnnxOptions.builder().card(card).preprocess(true));
    SoundModel.require(model.skeleton());
    float[] expected;
    try (OnnxSession session =
        OnnxSession.of(model(network, OnnxOptions.builder()).whole().toByteArray())) {
      expected = session.run(planes, 2, 3, 33, 35);
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model.whole().toByteArray());
        OnnxTensor tensor =
            OnnxTensor.createTensor(
                environment,
                ByteBuffer.wrap(image),
                new long[] {2, 33, 35, 3},
                OnnxJavaType.UINT8);
        OrtSession.Result result = session.run(Map.of(OnnxBackend.INPUT, tensor))) {
      FloatBuffer logits = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] actual = new float[logits.remaining()];
      logits.get(actual);
      assertNear(expected, actual, 1e-5);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void partsGiveTheirValues(Network network) throws Exception {
    List<String> paths =
        List.copyOf(Taps.of(network).places().keySet()).stream()
            .filter(path -> network.root().children().stream().anyMatch(c -> c.path().equals(path)))
            .toList();
    Network chosen = ChosenOutputs.of(network, paths);
    SequencedMap<String, float[]> all = run(model(chosen, OnnxOptions.builder()), network, 2);
    assertEquals(paths.size() + 1, all.size());
    for (String path : paths) {
      Network one = ChosenOutputs.of(network, List.of(path));
      OnnxModel model = model(one, OnnxOptions.builder().outputs(List.of(path)));
      SequencedMap<String, float[]> outputs = run(model, network, 2);
      assertEquals(List.of(path), List.copyOf(outputs.keySet()));
      assertNear(of(all, path), of(outputs, path), 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void allAtOnce(Network network) throws Exception {
    OnnxModel model =
        model(
            network,
            OnnxOptions.builder()
                .batch(2)
                .functions(true)
                .precision(Precision.FP16)
                .externalData(ExternalData.ALWAYS)
                .softmax(true));
    float[] probabilities = of(run(model, network, 2), OnnxBackend.PROBABILITIES);
    double sum = 0;
    for (float probability : probabilities) {
      sum += probability;
    }
    assertEquals(2, sum, 1e-3);
  }

  private OnnxModel model(Network network, OnnxOptions.Builder options) {
    return OnnxBackend.model(network, NetworkFixtures.weights(network, SEED), options.build());
  }

  private List<Path> written(OnnxModel model) throws Exception {
    return model.write(folder.resolve("model.onnx"));
  }

  private SequencedMap<String, float[]> plain(Network network, int batch) throws Exception {
    return run(model(network, OnnxOptions.builder()), network, batch);
  }

  /** The model's outputs in ONNX Runtime, once it is found to be sound. */
  private SequencedMap<String, float[]> run(OnnxModel model, Network network, int batch)
      throws Exception {
    SoundModel.require(model.skeleton());
    SoundModel.require(model.whole());
    LongStream sample = network.input().dimensions().stream().mapToLong(Integer::longValue);
    long[] shape = LongStream.concat(LongStream.of(batch), sample).toArray();
    try (OnnxSession session = OnnxSession.of(written(model).getFirst())) {
      return session.outputs(NetworkFixtures.input(network, batch, SEED).toFloats(), shape);
    }
  }

  private static void assertSame(Map<String, float[]> expected, Map<String, float[]> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, values) -> assertArrayEquals(values, actual.get(name), name));
  }

  private static float[] of(Map<String, float[]> outputs, String name) {
    return Objects.requireNonNull(outputs.get(name), name);
  }

  /** Between two vectors, as a share of the length of the first. */
  private static double distance(float[] expected, float[] actual) {
    double length = 0;
    double difference = 0;
    for (int i = 0; i < expected.length; i++) {
      length += expected[i] * expected[i];
      difference += (expected[i] - actual[i]) * (expected[i] - actual[i]);
    }
    return Math.sqrt(difference / length);
  }

  /** Within that share of the largest number. */
  private static void assertNear(float[] expected, float[] actual, double share) {
    double largest = 0;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertArrayEquals(expected, actual, (float) (share * largest));
  }
}
