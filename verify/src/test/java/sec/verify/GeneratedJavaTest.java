package sec.verify;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.analysis.Cost;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;
import sec.runtime.compile.InMemoryCompiler;

/** What the compiler writes compiles without a warning, whatever the author calls things. */
class GeneratedJavaTest {
  private static final int PROGRAMS = 30;

  /** The interpreter is slow. */
  private static final long MACS = 2_000_000;

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

  @TestFactory
  Stream<DynamicTest> randomProgramsInDjl() {
    return AgreementTest.agreement(new DjlWitness(), drawn());
  }

  @TestFactory
  Stream<DynamicTest> randomProgramsInOnnxRuntime() {
    return AgreementTest.agreement(new OnnxWitness(), drawn());
  }

  private static List<Network> drawn() {
    return LongStream.range(0, PROGRAMS)
        .boxed()
        .flatMap(seed -> TestNetworks.random(seed).stream())
        .filter(network -> Cost.of(network).macs() <= MACS)
        .toList();
  }
}
