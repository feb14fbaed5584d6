package sec.compiler.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sec.compiler.operators.Operator;

/** Whoever asks about a name is told about it. */
class ReferenceTest {
  /** Gives several values: {@code let a, b = split(2)}. */
  private static final Set<Operator> NOT_ALONE_IN_A_CHAIN = EnumSet.of(Operator.SPLIT);

  @Test
  void everyOperatorHasAnExample() {
    Set<Operator> without =
        Stream.of(Operator.values())
            .filter(operator -> OperatorExample.of(operator).isEmpty())
            .collect(Collectors.toSet());
    assertEquals(NOT_ALONE_IN_A_CHAIN, without);
  }

  @Test
  void anOperatorWithItsParametersAndShapes() {
    String page = new Reference().about("conv").orElseThrow();
    assertTrue(page.startsWith("conv(out, k = 1, stride = 1"), page);
    assertTrue(page.contains("  out       a whole number "), page);
    assertTrue(page.contains("= none       padding"), page);
    assertTrue(
        page.endsWith(
            "  For example, on [64, 32, 32]:  conv(128)  gives [128, 32, 32], trains 8,192"
                + " parameters\n"),
        page);
  }

  @Test
  void aBlockOfTheLibrary() {
    String page = new Reference().about("SE").orElseThrow();
    assertTrue(page.startsWith("block SE(r = 16)\n\n  Squeeze-and-Excitation (Hu"), page);
    assertTrue(page.contains("import std.attention (SE);"), page);
  }

  @Test
  void allOperatorsAreListed() {
    String all = Reference.operators();
    for (Operator operator : Operator.values()) {
      assertTrue(all.contains("  " + operator.signature() + "\n"), all);
      assertTrue(all.contains(operator.summary()), all);
    }
  }

  @Test
  void everyDeclarationOfTheLibraryIsSaidSomethingAbout() {
    List<String> silent =
        Catalogue.library().entries().stream()
            .filter(entry -> entry.summary().isEmpty())
            .map(Entry::name)
            .toList();
    assertEquals(List.of(), silent);
  }
}
