package sec.verify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.fixtures.RandomNetworks;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.interpreter.Batch;
import sec.compiler.interpreter.Interpreter;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.weights.Weights;

/** Every primitive, alone and in graphs, means the same to each witness and the interpreter. */
class AgreementTest {
  private static final long SEED = 20180819;
  private static final int EACH = 20;

  /** Of the largest number in the result: some hundred roundings of float. */
  private static final double TOLERANCE = 1e-5;

  private static final List<Integer> BATCH_SIZES = List.of(1, 3);

  /** Nets of the library, reduced, up to this many multiply-adds: the interpreter is slow. */
  private static final long MACS = 4_000_000;

  @TestFactory
  Stream<DynamicTest> primitivesInOnnxRuntime() {
    List<Network> networks = new ArrayList<>(RandomNetworks.draw(SEED, EACH));
    networks.add(NetworkFixtures.squeezeExcitation());
    return agreement(new OnnxWitness(), networks);
  }

  @TestFactory
  Stream<DynamicTest> primitivesInTorchScript() {
    return agreement(new ScriptWitness(), RandomNetworks.draw(SEED, EACH));
  }

  @TestFactory
  Stream<DynamicTest> libraryInTorchScript() {
    return agreement(new ScriptWitness(), Zoo.upTo(MACS));
  }

  @TestFactory
  Stream<DynamicTest> constructsInTorchScript() {
    return agreement(new ScriptWitness(), constructs());
  }

  @TestFactory
  Stream<DynamicTest> attentionInTorchScript() {
    return agreement(new ScriptWitness(), attention());
  }

  @TestFactory
  Stream<DynamicTest> libraryInOnnxRuntime() {
    return agreement(new OnnxWitness(), Zoo.upTo(MACS));
  }

  @TestFactory
  Stream<DynamicTest> libraryInDjl() {
    return agreement(new DjlWitness(), Zoo.upTo(MACS));
  }

  @TestFactory
  Stream<DynamicTest> constructsInOnnxRuntime() {
    return agreement(new OnnxWitness(), constructs());
  }

  @TestFactory
  Stream<DynamicTest> constructsInDjl() {
    return agreement(new DjlWitness(), constructs());
  }

  @TestFactory
  Stream<DynamicTest> constructsByInstancesInDjl() {
    return agreement(DjlWitness.ofInstances(), constructs());
  }

  @TestFactory
  Stream<DynamicTest> attentionInOnnxRuntime() {
    return agreement(new OnnxWitness(), attention());
  }

  @TestFactory
  Stream<DynamicTest> attentionByInstancesInDjl() {
    return agreement(DjlWitness.ofInstances(), attention());
  }

  @TestFactory
  Stream<DynamicTest> attentionInDjl() {
    return agreement(new DjlWitness(), attention());
  }

  /** Every attention block of the library, between batch normalisations. */
  private static List<Network> attention() {
    return Stream.of(
            "SE",
            "SlowSE",
            "SlowExcite",
            "SlowSlow",
            "Bump",
            "BumpConv",
            "SEx(hidden = 5, bias = false, pool = gmp, act = silu, gate = hard_sigmoid)",
            "SEMax",
            "ECA",
            "CBAM(r = 4, k = 5)",
            "scSE",
            "scSE(join = \"max\")",
            "GatherExcite",
            "GatherExcite(extent = 2)",
            "GatherExcite(extent = 4, learned = true)",
            "GatherExcite(learned = true)",
            "SRM",
            "GlobalContext(r = 4)",
            "SK(16, groups = 4, least = 8)",
            "SK(16, branches = 3, groups = 4, least = 8)",
            "CoordAttention(r = 4)",
            "SimAM",
            "NonLocal",
            "NonLocal(pool = maxpool(2))",
            "SelfAttention(heads = 2)")
        .map(block -> TestNetworks.of("gated.senet", List.of("gate=" + block), List.of()))
        .toList();
  }

  /** Nets of the test tree, at sizes that the interpreter bears; odd ones where that is legal. */
  private static List<Network> constructs() {
    String shallow = "depths=[1, 2, 4, 1]";
    return List.of(
        TestNetworks.of("constructs.senet:Constructs"),
        TestNetworks.of("constructs.senet:ConstructsBump"),
        TestNetworks.of("constructs.senet:ConstructsBody"),
        TestNetworks.of("language.senet:Language"),
        TestNetworks.of("language.senet:LanguagePut"),
        TestNetworks.of("language.senet:LanguageGated"),
        TestNetworks.of("language.senet:LanguageWide"),
        TestNetworks.of("vocabulary.senet"),
        TestNetworks.of("resnet.senet:CifarResNet20B", "input=[3, 13, 11]"),
        TestNetworks.of("resnet.senet:SECifarResNet20B", "input=[3, 13, 11]", "n=2", "r=4"),
        TestNetworks.of("resnet.senet:SEResNet50Lean", "input=[3, 33, 35]", shallow),
        TestNetworks.of("resnet.senet:Mixed", "input=[3, 33, 35]", shallow),
        TestNetworks.of("resnet.senet:EveryOther", "input=[3, 33, 35]", shallow),
        TestNetworks.of("MobileNetV1", "input=[3, 65, 33]", "classes=11"));
  }

  static Stream<DynamicTest> agreement(Witness witness, List<Network> networks) {
    assertFalse(networks.isEmpty());
    return networks.stream()
        .map(network -> DynamicTest.dynamicTest(title(network), () -> agrees(witness, network)));
  }

  static void agrees(Witness witness, Network network) throws Exception {
    Weights weights = NetworkFixtures.weights(network, SEED);
    List<Batch> batches =
        BATCH_SIZES.stream().map(size -> NetworkFixtures.input(network, size, SEED)).toList();
    List<float[]> results = witness.logits(network, weights, batches);
    for (int i = 0; i < batches.size(); i++) {
      double[] expected = Interpreter.logits(network, weights, batches.get(i)).values();
      // A test on NaN or infinity would show nothing.
      assertTrue(DoubleStream.of(expected).allMatch(Double::isFinite));
      Deviation deviation = Deviation.of(expected, results.get(i));
      assertTrue(deviation.relative() <= TOLERANCE, deviation::toString);
    }
  }

  private static String title(Network network) {
    Node output = network.outputNode();
    return network.name()
        + " "
        + network.input()
        + " to "
        + output.shape()
        + " by "
        + output.primitive();
  }
}
