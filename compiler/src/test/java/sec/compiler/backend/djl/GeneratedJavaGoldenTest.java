package sec.compiler.backend.djl;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.corpus.Golden;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;

/** The Java of some networks, file by file, as a reviewer would read it. */
class GeneratedJavaGoldenTest {
  private static final Path GOLDEN = Golden.RESOURCES.resolve("golden-java");

  @TestFactory
  Stream<DynamicTest> reads() {
    return Stream.of(
            TestNetworks.library("ThreeLayerCNN", List.of("middle=SE(r=16)")),
            TestNetworks.of("resnet.senet:SEResNet50"),
            TestNetworks.of("resnet.senet:EveryOther"),
            TestNetworks.of("constructs.senet:Constructs"),
            TestNetworks.of("constructs.senet:ConstructsBump"),
            TestNetworks.of("constructs.senet:ConstructsBody"),
            TestNetworks.of("language.senet:LanguagePut"),
            TestNetworks.of("vocabulary.senet"),
            TestNetworks.of("hostile.senet:HostileVariant"))
        .flatMap(network -> files(network.name(), DjlBackend.generate(network)));
  }

  @TestFactory
  Stream<DynamicTest> readsByInstances() {
    Network network = TestNetworks.of("constructs.senet:Constructs");
    return files("ConstructsByInstances", DjlBackend.generateInstances(network, "constructs"));
  }

  /** What is written beside every network is recorded with the first one alone. */
  private static boolean isRecorded(String folder, String file) {
    return folder.equals("Constructs") || DjlBackend.class.getResource(file + ".txt") == null;
  }

  private static Stream<DynamicTest> files(String folder, JavaProgram program) {
    return program.sources().entrySet().stream()
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
