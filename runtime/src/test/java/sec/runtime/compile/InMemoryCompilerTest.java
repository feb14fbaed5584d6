package sec.runtime.compile;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sec.compiler.backend.djl.JavaProgram;
import sec.runtime.EnvironmentException;

class InMemoryCompilerTest {
  private static final String NET =
      """
      package nets;

      import ai.djl.nn.SequentialBlock;

      /** Two layers. */
      public final class Net extends SequentialBlock {
        /** As compiled. */
        public Net() {
          add(Layers.layer());
          add(Layers.layer());
        }
      }
      """;
  private static final String LAYERS =
      """
      package nets;

      import ai.djl.nn.Block;
      import ai.djl.nn.core.Linear;

      final class Layers {
        private Layers() {}

        static Block layer() {
          return Linear.builder().setUnits(2).build();
        }
      }
      """;

  private InMemoryCompiler compiler;

  @BeforeEach
  void findCompiler() throws EnvironmentException {
    compiler = InMemoryCompiler.ofJdk();
  }

  @Test
  void makesTheNetworkOfSeveralSources() {
    Block block = compiler.newBlock(program(Map.of("Net.java", NET, "Layers.java", LAYERS)));

    assertInstanceOf(SequentialBlock.class, block);
    assertEquals(2, block.getChildren().size());
  }

  @Test
  void keepsProgramsOfTheSameNamesApart() {
    JavaProgram one = program(Map.of("Net.java", NET, "Layers.java", LAYERS));

    assertNotSame(compiler.load(one), compiler.load(one));
  }

  @Test
  void reportsAnErrorWithItsLine() {
    CompilationException thrown =
        assertThrows(
            CompilationException.class, () -> compiler.load(program(Map.of("Net.java", NET))));

    assertEquals(2, thrown.findings().size());
    String first = thrown.findings().getFirst();
    assertTrue(first.startsWith("Net.java:9: error: cannot find symbol"), first);
    assertTrue(first.endsWith("\n    add(Layers.layer());"), first);
  }

  @Test
  void takesAWarningForAnError() {
    String raw =
        LAYERS.replace("static Block layer() {", "static Block layer() {\n java.util.List x;");

    CompilationException thrown =
        assertThrows(
            CompilationException.class,
            () -> compiler.load(program(Map.of("Net.java", NET, "Layers.java", raw))));

    assertEquals(1, thrown.findings().size());
    assertTrue(
        requireNonNull(thrown.getMessage()).contains("Layers.java:10: warning: found raw type"),
        thrown::getMessage);
  }

  @Test
  void saysWhenTheMainClassIsNone() {
    JavaProgram missing =
        new JavaProgram("nets", "Other", Map.of("Net.java", NET, "Layers.java", LAYERS));
    assertThrows(CompilationException.class, () -> compiler.load(missing));

    JavaProgram noBlock = new JavaProgram("nets", "Layers", Map.of("Layers.java", LAYERS));
    assertThrows(CompilationException.class, () -> compiler.newBlock(noBlock));
  }

  @Test
  void asksForAJdkWhereThereIsNone() {
    EnvironmentException thrown =
        assertThrows(EnvironmentException.class, () -> InMemoryCompiler.of(null));

    assertTrue(requireNonNull(thrown.getMessage()).contains("JDK 21 or newer"), thrown::getMessage);
    assertTrue(requireNonNull(thrown.getMessage()).contains("JRE"), thrown::getMessage);
  }

  private static JavaProgram program(Map<String, String> sources) {
    return new JavaProgram("nets", "Net", sources);
  }
}
