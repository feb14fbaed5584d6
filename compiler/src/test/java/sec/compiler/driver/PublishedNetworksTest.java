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

/** Networks written in two ways are the same, and the files of networks of the tests are sound. */
class PublishedNetworksTest {
  private static final Path NETS = Golden.RESOURCES.resolve("nets");

  /** Spelled out or in loops, by hand or by a value passed down: the same network. */
  @ParameterizedTest
  @CsvSource({
    "SENet154Base, senet154.senet:SENet154Looped",
    "unet.senet:UNet, unet.senet:UNetNested",
  })
  void isTheSameWrittenInTwoWays(String one, String other) {
    Cost first = Cost.of(TestNetworks.of(one));
    Cost second = Cost.of(TestNetworks.of(other));
    assertEquals(first.parameters(), second.parameters());
    assertEquals(first.macs(), second.macs());
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
