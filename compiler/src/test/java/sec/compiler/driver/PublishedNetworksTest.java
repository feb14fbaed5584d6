package sec.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sec.compiler.analysis.Cost;
import sec.compiler.corpus.Golden;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.PlainRenderer;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;
import sec.compiler.source.SourceTree;

/** Networks of the literature, written with all of the language, have the counts known of them. */
class PublishedNetworksTest {
  private static final Path NETS = Golden.RESOURCES.resolve("nets");

  /** Parameters as in the released models; 0 multiply-adds where no exact number is published. */
  @ParameterizedTest
  @CsvSource({
    "inception.senet:GoogLeNet, 6624904, 1498376192",
    "inception.senet:GoogLeNetAux, 13004888, 0",
    "inception.senet:BNInception, 11295240, 0",
    "inception.senet:InceptionResNetV2, 55843464, 0",
    "mobile.senet:ShuffleNetV2, 2278604, 0",
    "mobile.senet:MobileNetV3Large, 5483032, 0",
    "mobile.senet:EfficientNetB0, 5288548, 0",
  })
  void hasTheCountsKnownOfIt(String target, long parameters, long macs) {
    Network network = TestNetworks.of(target);
    Cost cost = Cost.of(network);
    assertEquals(parameters, cost.parameters(), "parameters");
    if (macs > 0) {
      assertEquals(macs, cost.macs(), "multiply-adds");
    }
  }

  /** Spelled out or in loops, by hand or by a value passed down: the same network. */
  @ParameterizedTest
  @CsvSource({
    "SENet154Base, senet154.senet:SENet154Looped",
    "unet.senet:UNet, unet.senet:UNetNested",
  })
  void isTheSameWrittenInTwoWays(String one, String other) {
    Cost first = cost(one);
    Cost second = cost(other);
    assertEquals(first.parameters(), second.parameters());
    assertEquals(first.macs(), second.macs());
  }

  private static Cost cost(String target) {
    boolean file = target.contains(SourceTree.EXTENSION);
    return Cost.of(file ? TestNetworks.of(target) : TestNetworks.library(target, List.of()));
  }

  @TestFactory
  Stream<DynamicTest> everyFileIsSound() throws IOException {
    try (Stream<Path> files = Files.list(NETS)) {
      return files.sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> sound(file)));
    }
  }

  private static void sound(Path file) {
    Diagnostics diagnostics = new Diagnostics();
    new FileCheck(diagnostics).check(file.toString());
    assertEquals(List.of(), diagnostics.sorted(), () -> PlainRenderer.render(diagnostics));
  }
}
