package sec.compiler.expand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.corpus.Golden;
import sec.compiler.corpus.NetworkText;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.PlainRenderer;
import sec.compiler.driver.FileCheck;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.fixtures.RandomPrograms;
import sec.compiler.fixtures.RandomScopes;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;
import sec.compiler.model.Definition;
import sec.compiler.model.Module;
import sec.compiler.model.ModuleLoader;
import sec.compiler.source.Source;
import sec.compiler.source.SourceTree;

/**
 * An expansion is a program of the language; it makes the same network, node by node, with the same
 * paths, shapes and parameters; and its expansion is itself.
 */
class ExpansionTest {
  /** {@code -Dsec.expand.programs=10000} draws that many. */
  private static final int PROGRAMS = Integer.getInteger("sec.expand.programs", 40);

  /** What is drawn can be so large that its text is beyond the limits. */
  private static final int LARGEST = 800;

  @TestFactory
  Stream<DynamicTest> ofTheLibrary() {
    List<String> names =
        new Targets(new Diagnostics()).libraryNets().stream().map(Definition::name).toList();
    return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> holds(library(name))));
  }

  private static Network library(String name) {
    return new Targets(new Diagnostics()).network(TargetRequest.of(name)).orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> ofTheTestsOwnNets() {
    return each("nets", (file, expansions) -> {});
  }

  /** The corpus has its expanded form beside it. */
  @TestFactory
  Stream<DynamicTest> ofTheCorpus() {
    return each(
        "corpus/valid",
        (file, expansions) ->
            Golden.check(Golden.beside(file, ".expanded"), String.join("\n", expansions)));
  }

  @FunctionalInterface
  private interface Check {
    void of(Path file, List<String> expansions) throws IOException;
  }

  private static Stream<DynamicTest> each(String folder, Check check) {
    return Golden.files(Golden.RESOURCES.resolve(folder), SourceTree.EXTENSION).stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      Diagnostics diagnostics = new Diagnostics();
                      List<String> expansions = new ArrayList<>();
                      for (Network network :
                          TestNetworks.built(file(file, diagnostics), diagnostics)) {
                        expansions.add(holds(network));
                      }
                      check.of(file, expansions);
                    }));
  }

  private static Module file(Path file, Diagnostics diagnostics) throws Exception {
    return new ModuleLoader(new SourceTree(), diagnostics).file(file).orElseThrow();
  }

  @Test
  void ofRandomPrograms() throws Exception {
    ofPrograms(RandomPrograms::draw);
  }

  /** Values, shares and outputs wherever they may stand. */
  @Test
  void ofRandomScopes() throws Exception {
    ofPrograms(RandomScopes::draw);
  }

  private static void ofPrograms(LongFunction<String> programs) throws Exception {
    int held = 0;
    for (int seed = 0; seed < PROGRAMS; seed++) {
      for (Network network : drawn(programs.apply(seed))) {
        if (network.nodes().size() <= LARGEST) {
          holds(network);
          held++;
        }
      }
    }
    assertTrue(held > PROGRAMS / 2, held + " networks");
  }

  /** Some of what is drawn is a network beyond the limits, and nothing else is wrong with it. */
  private static List<Network> drawn(String text) throws Exception {
    Diagnostics diagnostics = new Diagnostics();
    Source source = new Source("drawn.senet", text);
    List<Network> networks =
        TestNetworks.built(
            new ModuleLoader(new SourceTree(), diagnostics).text(source), diagnostics);
    assertTrue(
        diagnostics.sorted().stream().allMatch(d -> d.code() == Code.E212),
        () -> PlainRenderer.render(diagnostics) + text);
    return diagnostics.hasErrors() ? List.of() : networks;
  }

  private static List<Network> networks(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Source source = new Source("expanded.senet", text);
    List<Network> networks =
        TestNetworks.built(
            new ModuleLoader(new SourceTree(), diagnostics).text(source), diagnostics);
    assertFalse(diagnostics.hasErrors(), () -> PlainRenderer.render(diagnostics) + text);
    return networks;
  }

  private static String expanded(Network network) {
    Diagnostics diagnostics = new Diagnostics();
    return Expansion.of(network, diagnostics)
        .orElseThrow(() -> new AssertionError(PlainRenderer.render(diagnostics)));
  }

  private static String holds(Network network) {
    String text = expanded(network);
    Diagnostics diagnostics = new Diagnostics();
    new FileCheck(diagnostics).check(new Source("expanded.senet", text));
    assertEquals(List.of(), diagnostics.sorted(), () -> PlainRenderer.render(diagnostics) + text);
    Network again = networks(text).getFirst();
    assertEquals(NetworkText.of(network), NetworkText.of(again), text);
    assertEquals(network.outputs(), again.outputs(), text);
    assertEquals(text, expanded(again));
    return text;
  }

  @Test
  void everyConstruct() throws Exception {
    for (Network network :
        networks(Files.readString(Golden.RESOURCES.resolve("expand/all.senet")))) {
      Golden.check(
          Golden.RESOURCES.resolve("expand/" + network.name() + ".expected"), holds(network));
    }
  }
}
