package sec.compiler.expand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import sec.compiler.ir.Network;
import sec.compiler.ir.NetworkBuilder;
import sec.compiler.model.Definition;
import sec.compiler.model.Module;
import sec.compiler.model.ModuleLoader;
import sec.compiler.model.Template;
import sec.compiler.model.Variant;
import sec.compiler.source.Source;
import sec.compiler.source.SourceTree;

/**
 * An expansion is a program of the language; it makes the same network, node by node, with the same
 * paths, shapes and parameters; and its expansion is itself.
 */
class ExpansionTest {
  private static final String SHARES_OF_ONE_NAME = "share_in_a_loop.senet";

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
  Stream<DynamicTest> ofTheTestsOwnNets() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("nets", "corpus/valid")) {
      try (Stream<Path> all = Files.list(Golden.RESOURCES.resolve(folder))) {
        all.filter(f -> f.toString().endsWith(SourceTree.EXTENSION)).sorted().forEach(files::add);
      }
    }
    return files.stream()
        .filter(file -> !file.endsWith(SHARES_OF_ONE_NAME))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      Diagnostics diagnostics = new Diagnostics();
                      for (Network network : networks(file(file, diagnostics), diagnostics)) {
                        holds(network);
                      }
                    }));
  }

  @Test
  void severalSharesOfOneNameAreRefused() throws Exception {
    Diagnostics diagnostics = new Diagnostics();
    Path file = Golden.RESOURCES.resolve("corpus/valid").resolve(SHARES_OF_ONE_NAME);
    List<Network> networks = networks(file(file, diagnostics), diagnostics);
    UnsupportedExpansionException refused =
        assertThrows(
            UnsupportedExpansionException.class,
            () -> {
              for (Network network : networks) {
                expanded(network);
              }
            });
    assertTrue(String.valueOf(refused.getMessage()).contains("several shares"), refused::toString);
  }

  private static Module file(Path file, Diagnostics diagnostics) throws Exception {
    return new ModuleLoader(new SourceTree(), diagnostics).file(file).orElseThrow();
  }

  @Test
  void ofRandomPrograms() throws Exception {
    int held = 0;
    for (int seed = 0; seed < PROGRAMS; seed++) {
      for (Network network : drawn(seed)) {
        if (network.nodes().size() <= LARGEST) {
          holds(network);
          held++;
        }
      }
    }
    assertTrue(held > PROGRAMS / 2, held + " networks");
  }

  /** Some of what is drawn is a network beyond the limits, and nothing else is wrong with it. */
  private static List<Network> drawn(int seed) throws Exception {
    Diagnostics diagnostics = new Diagnostics();
    Source source = new Source("drawn.senet", RandomPrograms.draw(seed));
    List<Network> networks =
        networks(new ModuleLoader(new SourceTree(), diagnostics).text(source), diagnostics);
    assertTrue(
        diagnostics.sorted().stream().allMatch(d -> d.code() == Code.E212),
        () -> PlainRenderer.render(diagnostics));
    return diagnostics.hasErrors() ? List.of() : networks;
  }

  private static List<Network> networks(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Source source = new Source("expanded.senet", text);
    List<Network> networks =
        networks(new ModuleLoader(new SourceTree(), diagnostics).text(source), diagnostics);
    assertFalse(diagnostics.hasErrors(), () -> PlainRenderer.render(diagnostics) + text);
    return networks;
  }

  private static List<Network> networks(Module module, Diagnostics diagnostics) {
    return module.declared().values().stream()
        .filter(d -> d instanceof Variant || (d instanceof Template t && t.isNet()))
        .map(d -> new NetworkBuilder(d, diagnostics))
        .filter(builder -> !builder.needsSettings())
        .flatMap(builder -> builder.build().stream())
        .toList();
  }

  private static String expanded(Network network) throws UnsupportedExpansionException {
    Diagnostics diagnostics = new Diagnostics();
    return Expansion.of(network, diagnostics)
        .orElseThrow(() -> new AssertionError(PlainRenderer.render(diagnostics)));
  }

  private static void holds(Network network) throws UnsupportedExpansionException {
    String text = expanded(network);
    Diagnostics diagnostics = new Diagnostics();
    new FileCheck(diagnostics).check(new Source("expanded.senet", text));
    assertEquals(List.of(), diagnostics.sorted(), () -> PlainRenderer.render(diagnostics) + text);
    Network again = networks(text).getFirst();
    assertEquals(NetworkText.of(network), NetworkText.of(again), text);
    assertEquals(network.outputs(), again.outputs(), text);
    assertEquals(text, expanded(again));
  }

  @Test
  void everyConstruct() throws Exception {
    for (Network network :
        networks(Files.readString(Golden.RESOURCES.resolve("expand/all.senet")))) {
      holds(network);
      Golden.check(
          Golden.RESOURCES.resolve("expand/" + network.name() + ".expected"), expanded(network));
    }
  }
}
