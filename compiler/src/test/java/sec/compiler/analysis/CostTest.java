package sec.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import sec.compiler.fixtures.HandBuiltNetwork;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.ir.Network;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;

class CostTest {

  @Test
  void countsParametersBuffersAndMultiplyAdds() {
    Cost cost = Cost.of(NetworkFixtures.squeezeExcitation());
    // Two convolutions, two norms, two layers of the gate, the classifier.
    assertEquals(8 * 3 * 9 + 8 * 8 * 9 + 4 * 8 + 18 + 24 + 90, cost.parameters());
    assertEquals(4 * 8, cost.buffers());
    // The stem leaves 5x4 places.
    assertEquals(20 * 8 * 27 + 20 * 8 * 72 + 16 + 16 + 80, cost.macs());
  }

  @Test
  void rowsAddUpAndSharedTensorsCountOnce() {
    HandBuiltNetwork builder = new HandBuiltNetwork("Shared", Shape.of(4));
    int first = builder.add("mlp", NetworkFixtures.linear(4), 0);
    int second = builder.addShared("mlp[1]", first, first);
    Network network = builder.output(builder.add("sum", Primitive.Elementwise.ADD, first, second));
    Cost cost = Cost.of(network);
    assertEquals(20, cost.parameters());
    assertEquals(32, cost.macs());
    assertEquals(20, cost.rows().get(first).parameters());
    assertEquals(0, cost.rows().get(second).parameters());
    assertEquals(16, cost.rows().get(second).macs());
  }
}
