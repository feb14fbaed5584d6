package sec.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import sec.compiler.analysis.Cost;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;

/** Exact counts: published ones, and arithmetic spelled out where there is none. */
class LiteratureCountsTest {

  private static void assertCounts(long parameters, long macs, Network network) {
    Cost cost = Cost.of(network);
    assertEquals(parameters, cost.parameters(), network.name() + " parameters");
    assertEquals(macs, cost.macs(), network.name() + " multiply-adds");
  }

  private static Network threeLayer(String... puts) {
    return TestNetworks.library("ThreeLayerCNN", List.of(puts));
  }

  /** Convolutions of 3x3 with bias, and fc on 64 maps of 8x8. */
  @Test
  void threeLayerCnn() {
    long first = 3 * 32 * 9 + 32;
    long third = 32 * 64 * 9 + 64;
    long head = 64 * 8 * 8 * 10 + 10;
    long middle = 32 * 32 * 9 + 32;
    assertEquals(78_666 + 18_624, 97_290);
    long around = 3 * 32 * 9 * 32 * 32 + 32 * 64 * 9 * 8 * 8 + 64 * 8 * 8 * 10;
    assertEquals(97_290, parameters(threeLayer()));
    assertEquals(60_524, parameters(threeLayer("middle=SE(r=16)")));
    assertEquals(first + third + head, parameters(threeLayer("middle=identity")));
    assertCounts(
        first + third + head + 32 * 2 + 2 + 2 * 32 + 32,
        around + 32 * 2 + 2 * 32,
        threeLayer("middle=SE(r=16)"));
    assertCounts(
        first + third + head + middle,
        around + 32 * 32 * 9 * 16 * 16,
        threeLayer("middle=conv(32, 3, bias=true)"));
  }

  private static long parameters(Network network) {
    return Cost.of(network).parameters();
  }
}
