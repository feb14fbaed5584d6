package sec.compiler.backend.djl;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.corpus.Golden;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;

/**
 * The Java of some networks, file by file, as a reviewer would read it; what is written beside
 * every network is read in the module of the library's Java.
 */
class GeneratedJavaGoldenTest {
  private static final Path GOLDEN = Golden.RESOURCES.resolve("golden-java");
  private static final Network CONSTRUCTS = TestNetworks.of("constructs.senet:Constructs");

  @TestFactory
  Stream<DynamicTest> reads() {
    return Stream.of(
            TestNetworks.library("ThreeLayerCNN", List.of("middle=SE(r=16)")),
            TestNetworks.of("language.senet:LanguagePut"),
            TestNetworks.of("vocabulary.senet"),
            TestNetworks.of("hostile.senet:HostileVariant"))
        .flatMap(network -> files(network.name(), DjlBackend.generate(network).sources()));
  }

  /** A net and variants of it, of one reading of their file: what they share is written once. */
  @TestFactory
  Stream<DynamicTest> readsTogether() {
    List<Network> networks = TestNetworks.all("nets/constructs.senet");
    return files("Constructs", DjlBackend.generateAll(networks, "nets").getFirst().sources());
  }

  /** The net that it varies is like the library's, whose Java stands in the module generated. */
  @TestFactory
  Stream<DynamicTest> readsVariant() {
    Network network = TestNetworks.of("resnet.senet:EveryOther");
    Map<String, String> sources = DjlBackend.generate(network).sources();
    sources.keySet().retainAll(List.of("EveryOther.java"));
    return files("EveryOther", sources);
  }

  /** Only where it differs from what is written for all uses of a block. */
  @TestFactory
  Stream<DynamicTest> readsByInstances() {
    Map<String, String> sources = DjlBackend.generateInstances(CONSTRUCTS, "constructs").sources();
    sources
        .entrySet()
        .removeAll(DjlBackend.generate(CONSTRUCTS, "constructs").sources().entrySet());
    return files("ConstructsByInstances", sources);
  }

  /** The library's Java has none of the slots that hand on H and W. */
  private static boolean isRecorded(String folder, String file) {
    return DjlBackend.class.getResource(file + ".txt") == null
        || (folder.equals("Constructs") && file.equals("Slots.java"));
  }

  private static Stream<DynamicTest> files(String folder, Map<String, String> sources) {
    return sources.entrySet().stream()
        .filter(file -> isRecorded(folder, file.getKey()))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    folder + "/" + file.getKey(),
                    () ->
                        Golden.check(
                            GOLDEN.resolve(folder).resolve(file.getKey()), file.getValue())));
  }
}
