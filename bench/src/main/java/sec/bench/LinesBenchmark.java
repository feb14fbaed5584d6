package sec.bench;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.FileCheck;
import sec.compiler.source.Source;
import sec.compiler.syntax.SenetReader;
import sec.compiler.syntax.SourceFile;
import sec.compiler.syntax.format.Formatter;

/** Long files: twice the lines should take twice the time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class LinesBenchmark {
  /** How long the file is. */
  @Param({"12500", "25000", "50000", "100000"})
  public int lines;

  private Source source = new Source("long.senet", "");

  /** Writes the file. */
  @Setup
  public void write() {
    source = new Source("long.senet", LongText.of(lines));
  }

  /** Text to syntax tree. */
  @Benchmark
  public SourceFile parse() {
    return SenetReader.file(source, new Diagnostics()).orElseThrow();
  }

  /** Text to networks: each of its nets and variants is elaborated. */
  @Benchmark
  public int check() {
    Diagnostics diagnostics = new Diagnostics();
    int declarations = new FileCheck(diagnostics).check(source);
    if (diagnostics.hasErrors()) {
      throw new IllegalStateException("the text has errors");
    }
    return declarations;
  }

  /** Text to text. */
  @Benchmark
  public Optional<String> format() {
    return Formatter.format(source, new Diagnostics());
  }
}
