package sec.compiler.interpreter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sec.compiler.backend.onnx.OnnxBackend;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;
import sec.compiler.onnx.ValueInfoProto;
import sec.compiler.weights.InitialWeights;

/** What the constructs of the language compute, against the same written in other words. */
class ConstructsTest {
  private static final double CLOSE = 1e-12;

  private static Network network(String body) {
    String text = "senet 1;\nnet N : [4, 6, 6] < " + body + " >\n";
    return TestNetworks.ofText(text, body).getFirst();
  }

  /** Of numbers that differ from place to place, with the weights that the paths give. */
  private static double[] logits(String body) {
    Network network = network(body);
    return run(network).get(network.output()).values();
  }

  private static List<Batch> run(Network network) {
    Batch input =
        Batch.of(
            2, network.input(), (n, at) -> Math.sin(n * 3.7 + at[0] + 0.3 * at[1] - at[2] / 7.0));
    return Interpreter.run(
        network, InitialWeights.of(7, network), input, Interpreter.Mode.EVALUATION);
  }

  private static void assertSame(String one, String other) {
    assertArrayEquals(logits(one), logits(other), CLOSE);
  }

  @Test
  void loopsAreWhatTheyAreWrittenOut() {
    assertSame(
        "concat(for (d in 1..2) < conv(2, 3, dilation = d) relu >)",
        "concat(conv(2, 3, dilation = 1) relu | conv(2, 3, dilation = 2) relu)");
    assertSame("for (k in [1, 3]) < conv(4, k) tanh >", "conv(4) tanh conv(4, 3) tanh");
    assertSame("sub(for (a in [2, 1]) < affine(a, 1) >)", "sub(affine(2, 1) | affine(1, 1))");
  }

  @Test
  void partsAreSlices() {
    assertSame(
        "let a, b = split([1, 3]); concat(b | a)", "concat(slice(\"C\", 1) | slice(\"C\", 0, 1))");
  }

  @Test
  void usesOfAShareReadOneSetOfWeights() {
    double[] once = logits("share f = gap fc(3); f");
    double[] twice = logits("share f = gap fc(3); add(f | f)");
    assertArrayEquals(Arrays.stream(once).map(x -> 2 * x).toArray(), twice, CLOSE);
    assertEquals(2, network("share f = gap fc(3); add(f | relu f)").parameters().size());
  }

  @Test
  void defaultIsWhatStoodThere() {
    String text =
        """
        senet 1;
        net N : [4, 6, 6] < slot s = conv(4, 3); s tanh >
        variant V of N < at s put < default sigmoid >; at s put < default affine(2, 1) > >
        net M : [4, 6, 6] < slot s = < conv(4, 3) sigmoid affine(2, 1) >; s tanh >
        """;
    List<Network> all = TestNetworks.ofText(text, "default");
    Network put = all.get(1);
    Network written = all.get(2);
    assertArrayEquals(
        run(written).get(written.output()).values(), run(put).get(put.output()).values(), CLOSE);
  }

  @Test
  void furtherOutputsAreValuesOnTheWay() {
    Network network = network("conv(4, 3) relu; output early = gap; output tap = identity; gap");
    assertEquals(List.of("early", "tap"), List.copyOf(network.outputs().keySet()));
    List<Batch> values = run(network);
    assertArrayEquals(
        logits("conv(4, 3) relu gap"),
        values.get(network.outputs().getOrDefault("early", -1)).values(),
        CLOSE);
    assertArrayEquals(
        logits("conv(4, 3) relu"),
        values.get(network.outputs().getOrDefault("tap", -1)).values(),
        CLOSE);
  }

  @Test
  void furtherOutputsGoOutOfModels() throws Exception {
    Network network = network("conv(4, 3); output conv = gap; output same = relu; relu");
    List<String> outputs =
        OnnxBackend.model(network, InitialWeights.of(7, network))
            .getGraph()
            .getOutputList()
            .stream()
            .map(ValueInfoProto::getName)
            .toList();
    assertEquals(List.of(OnnxBackend.OUTPUT, "conv", "same"), outputs);
  }
}
