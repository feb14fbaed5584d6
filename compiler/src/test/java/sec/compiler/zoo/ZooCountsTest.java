package sec.compiler.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.analysis.Cost;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.Targets;
import sec.compiler.fixtures.ZooCounts;
import sec.compiler.model.Definition;

/**
 * The nets and variants of the library have the counts known of them, and of each they are known.
 */
class ZooCountsTest {

  @TestFactory
  Stream<DynamicTest> hasTheCountsKnownOfIt() {
    return ZooCounts.rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.target() + row.settings(), () -> holds(row)));
  }

  private static void holds(ZooCounts.Row row) {
    Cost cost = Cost.of(row.network());
    assertEquals(row.parameters(), cost.parameters(), "parameters");
    assertEquals(row.macs(), cost.macs(), "multiply-adds");
  }

  @Test
  void ofEveryNetTheCountsAreKnown() {
    Set<String> library =
        new Targets(new Diagnostics())
            .libraryNets().stream()
                .map(Definition::name)
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known =
        ZooCounts.rows().stream()
            .filter(row -> row.settings().isEmpty())
            .map(ZooCounts.Row::target)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(library, known);
  }
}
