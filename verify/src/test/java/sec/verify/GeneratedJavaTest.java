package sec.verify;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.analysis.Cost;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;

/**
 * Generated Java compiles without a warning, which the compilation in memory insists on, and means
 * what its network means: for the corpus, under hostile names, and for programs drawn at random.
 */
class GeneratedJavaTest {
  private static final int PROGRAMS = 24;

  /** The interpreter is slow. */
  private static final long MACS = 400_000;

  @TestFactory
  Stream<DynamicTest> meansTheSameUnderHostileNames() {
    return AgreementTest.agreement(new DjlWitness(), TestNetworks.all("nets/hostile.senet"));
  }

  @TestFactory
  Stream<DynamicTest> meansTheSameByInstancesUnderHostileNames() {
    return AgreementTest.agreement(
        DjlWitness.ofInstances(), TestNetworks.all("nets/hostile.senet"));
  }

  @TestFactory
  Stream<DynamicTest> meansTheSameInTorchScriptUnderHostileNames() {
    return AgreementTest.agreement(new ScriptWitness(), TestNetworks.all("nets/hostile.senet"));
  }

  /** What modules of an archive have anyway. */
  @TestFactory
  Stream<DynamicTest> meansTheSameUnderNamesOfModules() {
    String text =
        """
        senet 1;
        block Tensor < training: conv(C) bn; weight: conv(C); forward: < conv(C) tanh > * 2; >
        block Module < let x = conv(C); __tensors__: conv(C); def: Tensor; mul(identity | x) >
        net torch(classes = 3) : [4, 5, 6] < self: Module Module; List: < None: Tensor; >; gap fc(classes) >
        """;
    return AgreementTest.agreement(new ScriptWitness(), TestNetworks.ofText(text, "names"));
  }

  @TestFactory
  Stream<DynamicTest> corpusInTorchScript() {
    return AgreementTest.agreement(new ScriptWitness(), corpus());
  }

  @TestFactory
  Stream<DynamicTest> randomProgramsInTorchScript() {
    return AgreementTest.agreement(new ScriptWitness(), drawn());
  }

  @TestFactory
  Stream<DynamicTest> corpusInDjl() {
    return AgreementTest.agreement(new DjlWitness(), corpus());
  }

  /** As it is written for what no class can say for every use of a block. */
  @TestFactory
  Stream<DynamicTest> corpusByInstancesInDjl() {
    return AgreementTest.agreement(DjlWitness.ofInstances(), corpus());
  }

  @TestFactory
  Stream<DynamicTest> randomProgramsByInstancesInDjl() {
    return AgreementTest.agreement(DjlWitness.ofInstances(), drawn());
  }

  @TestFactory
  Stream<DynamicTest> corpusInOnnxRuntime() {
    return AgreementTest.agreement(new OnnxWitness(), corpus());
  }

  @TestFactory
  Stream<DynamicTest> randomProgramsInDjl() {
    return AgreementTest.agreement(new DjlWitness(), drawn());
  }

  @TestFactory
  Stream<DynamicTest> randomProgramsInOnnxRuntime() {
    return AgreementTest.agreement(new OnnxWitness(), drawn());
  }

  private static List<Network> corpus() {
    return TestNetworks.corpus().stream()
        .filter(network -> Cost.of(network).macs() <= 10 * MACS)
        .toList();
  }

  private static List<Network> drawn() {
    return LongStream.range(0, PROGRAMS)
        .boxed()
        .flatMap(seed -> TestNetworks.random(seed).stream().flatMap(List::stream))
        .filter(network -> Cost.of(network).macs() <= MACS)
        .toList();
  }
}
