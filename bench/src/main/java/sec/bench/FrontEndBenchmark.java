package sec.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.FileCheck;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.ir.Network;

/** From text to a network, and from a network to Java. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FrontEndBenchmark {
  /** What is compiled; a net of the standard library, or {@code FILE.senet:Name}. */
  @Param("ThreeLayerBump")
  public String target = "";

  /** What is checked, every block of it; the largest file of the standard library. */
  @Param("specs/std/attention.senet")
  public String file = "";

  /** Parses and checks the file, and elaborates each of its declarations. */
  @Benchmark
  public int check() {
    return new FileCheck(new Diagnostics()).check(file);
  }

  /** Reads, resolves and elaborates the target and all it imports. */
  @Benchmark
  public Network elaborate() {
    return new Targets(new Diagnostics()).network(TargetRequest.of(target)).orElseThrow();
  }

  /** The same, and writes its Java. */
  @Benchmark
  public int generateJava() {
    return DjlBackend.generate(elaborate()).sources().size();
  }
}
