package sec.compiler.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Shape;

class WeightsTest {
  private static final Network NETWORK = NetworkFixtures.squeezeExcitation();
  private static final Tensor ONE = new Tensor(Shape.of(1), new float[] {1});

  @Test
  void takesTheNetworksOrder() throws WeightsException {
    Map<String, Tensor> reversed = new LinkedHashMap<>();
    List<String> paths =
        new ArrayList<>(NETWORK.parameters().stream().map(Parameter::path).toList());
    Collections.reverse(paths);
    Weights weights = NetworkFixtures.weights(NETWORK, 1);
    paths.forEach(path -> reversed.put(path, weights.get(path)));
    Weights ordered = Weights.forNetwork(NETWORK, reversed);
    assertEquals(paths.reversed(), List.copyOf(ordered.tensors().keySet()));
  }

  @Test
  void namesWhatIsMissingUnknownAndMisshapen() {
    Map<String, Tensor> tensors =
        new LinkedHashMap<>(NetworkFixtures.weights(NETWORK, 1).tensors());
    tensors.remove("head.fc.bias");
    tensors.put("head.fc.bais", ONE);
    tensors.put("stem.bn.weight", ONE);
    WeightsException refused =
        assertThrows(WeightsException.class, () -> Weights.forNetwork(NETWORK, tensors));
    assertEquals(
        "these are not the weights of TinySE: 1 missing: head.fc.bias; "
            + "1 not in the network: head.fc.bais; "
            + "1 of another shape: stem.bn.weight is [1] instead of [8]",
        refused.getMessage());
  }

  @Test
  void namesOnlyTheFirstFew() {
    WeightsException refused =
        assertThrows(WeightsException.class, () -> Weights.forNetwork(NETWORK, Map.of()));
    assertEquals(
        "these are not the weights of TinySE: 16 missing: stem.conv.weight, stem.bn.weight, "
            + "stem.bn.bias, stem.bn.running_mean, stem.bn.running_var, and more",
        refused.getMessage());
  }

  @Test
  void saysWhichPathItDoesNotHave() {
    assertThrows(IllegalArgumentException.class, () -> new Weights(Map.of()).get("stem.weight"));
  }
}
