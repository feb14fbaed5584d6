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
            TestNetworks.of("hostile.senet:HostileVariant"))
        .flatMap(GeneratedJavaGoldenTest::files);
  }

  private static Stream<DynamicTest> files(Network network) {
    Map<String, String> sources = DjlBackend.generate(network).sources();
    return sources.entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    network.name() + "/" + file.getKey(),
                    () ->
                        Golden.check(
                            GOLDEN.resolve(network.name()).resolve(file.getKey()),
                            file.getValue())));
  }
}
