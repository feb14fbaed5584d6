package sec.compiler.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.corpus.Golden;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.fixtures.RandomNetworks;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.interpreter.Batch;
import sec.compiler.interpreter.Interpreter;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;
import sec.compiler.weights.Weights;

class PassTest {
  private static final long SEED = 11;

  /** Numbers become floats in between. */
  private static final double TOLERANCE = 1e-6;

  private static final int RANDOM = 12;

  @TestFactory
  Stream<DynamicTest> leavesWhatIsComputed() {
    return networks()
        .map(
            network ->
                DynamicTest.dynamicTest(network.name(), () -> leavesWhatIsComputed(network)));
  }

  private static Stream<Network> networks() {
    return Stream.of(
            TestNetworks.all("nets/passes.senet").stream(),
            TestNetworks.corpus().stream(),
            RandomNetworks.draw(SEED, RANDOM).stream(),
            IntStream.range(0, RANDOM)
                .boxed()
                .flatMap(i -> TestNetworks.random(i).stream().flatMap(List::stream)))
        .flatMap(networks -> networks);
  }

  private static void leavesWhatIsComputed(Network network) {
    Model model = new Model(network, NetworkFixtures.weights(network, SEED));
    Batch input = NetworkFixtures.input(network, 2, SEED);
    List<Batch> expected = results(model, input);
    for (Pass pass : Pass.values()) {
      assertClose(pass.word(), expected, pass.apply(model), input);
    }
    for (Target target : Target.values()) {
      Model deployed = Deployment.of(model, target.passes());
      assertClose(target.toString(), expected, deployed, input);
      assertSound(deployed);
      for (Pass pass : target.passes()) {
        assertSame(deployed, pass.apply(deployed), () -> pass.word() + " finds more to do");
      }
    }
  }

  private static void assertClose(String pass, List<Batch> expected, Model rewritten, Batch input) {
    List<Batch> actual = results(rewritten, input);
    for (int i = 0; i < expected.size(); i++) {
      double[] wanted = expected.get(i).values();
      double[] got = actual.get(i).values();
      double largest = DoubleStream.of(wanted).map(Math::abs).max().orElse(0);
      for (int j = 0; j < wanted.length; j++) {
        boolean close =
            wanted[j] == got[j]
                || (Double.isNaN(wanted[j]) && Double.isNaN(got[j]))
                || Math.abs(wanted[j] - got[j]) <= TOLERANCE * largest;
        double wrong = got[j];
        double right = wanted[j];
        assertTrue(close, () -> pass + ": " + wrong + " instead of " + right);
      }
    }
  }

  /** The logits, then the further results. */
  private static List<Batch> results(Model model, Batch input) {
    Network network = model.network();
    List<Batch> values =
        Interpreter.run(network, model.weights(), input, Interpreter.Mode.EVALUATION);
    List<Batch> results = new ArrayList<>(List.of(values.get(network.output())));
    network.outputs().values().forEach(id -> results.add(values.get(id)));
    return results;
  }

  /** Parameters are those that nodes read, weights those of the parameters, and ids fit. */
  private static void assertSound(Model model) {
    Network network = model.network();
    Set<String> read =
        network.nodes().stream()
            .flatMap(node -> node.parameters().stream())
            .map(Parameter::path)
            .collect(Collectors.toSet());
    assertEquals(
        read, network.parameters().stream().map(Parameter::path).collect(Collectors.toSet()));
    Weights weights = model.weights();
    network.parameters().forEach(p -> assertEquals(p.shape(), weights.get(p.path()).shape()));
    assertTree(network.root(), network);
  }

  private static void assertTree(Instance instance, Network network) {
    assertEquals(instance.input(), network.nodes().get(instance.entry()).shape());
    assertEquals(instance.output(), network.nodes().get(instance.result()).shape());
    instance.children().forEach(child -> assertTree(child, network));
  }

  /** What is done is written down; a pass that does nothing anywhere would show. */
  @Test
  void everyPassFindsSomethingToDo() {
    Map<Pass, Set<String>> changed = new EnumMap<>(Pass.class);
    for (Network network : TestNetworks.all("nets/passes.senet")) {
      Model model = new Model(network, NetworkFixtures.weights(network, SEED));
      for (Pass pass : Pass.values()) {
        Model before = Deployment.of(model, before(pass));
        if (!pass.apply(before).equals(before)) {
          changed.computeIfAbsent(pass, p -> new HashSet<>()).add(network.name());
        }
      }
    }
    for (Pass pass : Pass.values()) {
      assertTrue(changed.containsKey(pass), () -> pass + " changes nothing");
      assertFalse(changed.get(pass).contains("Untouched"), () -> pass + " changes Untouched");
    }
  }

  private static Set<Pass> before(Pass pass) {
    Set<Pass> passes = EnumSet.allOf(Pass.class);
    passes.removeIf(other -> other.compareTo(pass) >= 0);
    return passes;
  }

  @TestFactory
  Stream<DynamicTest> reads() {
    return TestNetworks.all("nets/passes.senet").stream()
        .map(
            network ->
                DynamicTest.dynamicTest(
                    network.name(),
                    () ->
                        Golden.check(
                            golden().resolve(network.name() + ".txt"), described(network))));
  }

  private static Path golden() {
    return Golden.RESOURCES.resolve("golden-passes");
  }

  private static String described(Network network) {
    Model model = new Model(network, NetworkFixtures.weights(network, SEED));
    StringBuilder text = new StringBuilder();
    for (Target target : Target.values()) {
      text.append(target).append('\n');
      Network deployed = Deployment.of(model, target.passes()).network();
      for (Node node : deployed.nodes()) {
        List<String> inputs =
            node.inputs().stream().map(id -> deployed.nodes().get(id).path()).toList();
        text.append("  %s %s <- %s%n".formatted(node.path(), node.shape(), inputs));
      }
    }
    return text.toString();
  }
}
