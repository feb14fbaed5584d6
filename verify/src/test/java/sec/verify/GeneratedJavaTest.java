package sec.verify;


import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.fixtures.TestNetworks;
import sec.runtime.compile.InMemoryCompiler;

/** What the compiler writes compiles without a warning, whatever the author calls things. */
class GeneratedJavaTest {

  @TestFactory
  Stream<DynamicTest> compilesWithoutWarnings() {
    return Stream.concat(
            TestNetworks.corpus().stream(), TestNetworks.all("nets/hostile.senet").stream())
        .map(
            network ->
                DynamicTest.dynamicTest(
                    network.name(),
                    () -> InMemoryCompiler.ofJdk().load(DjlBackend.generate(network))));
  }

  @TestFactory
  Stream<DynamicTest> meansTheSameUnderHostileNames() {
    return AgreementTest.agreement(new DjlWitness(), TestNetworks.all("nets/hostile.senet"));
  }

  @TestFactory
  Stream<DynamicTest> corpusInDjl() {
    return AgreementTest.agreement(new DjlWitness(), TestNetworks.corpus());
  }

  @TestFactory
  Stream<DynamicTest> corpusInOnnxRuntime() {
    return AgreementTest.agreement(new OnnxWitness(), TestNetworks.corpus());
  }
}
