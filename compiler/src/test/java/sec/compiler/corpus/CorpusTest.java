package sec.compiler.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.PlainRenderer;
import sec.compiler.driver.FileCheck;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.ir.Network;
import sec.compiler.ir.NetworkBuilder;
import sec.compiler.model.Definition;
import sec.compiler.model.Module;
import sec.compiler.model.ModuleLoader;
import sec.compiler.model.Template;
import sec.compiler.model.Variant;
import sec.compiler.source.SourceTree;

/**
 * Small files of the language, each beside what the compiler says of it: diagnostics as a person
 * sees them, networks node by node, and command lines. {@link Golden} says how to record them.
 */
class CorpusTest {
  private static final Path CORPUS = Golden.RESOURCES.resolve("corpus");
  private static final Path INVALID = CORPUS.resolve("invalid");
  private static final Path VALID = CORPUS.resolve("valid");
  private static final Path REQUESTS = CORPUS.resolve("requests");
  private static final String EXPECTED = ".expected";

  @TestFactory
  Stream<DynamicTest> invalidFilesAreToldWhy() {
    return cases(INVALID, SourceTree.EXTENSION, CorpusTest::refused);
  }

  @TestFactory
  Stream<DynamicTest> validFilesBecomeTheseNetworks() {
    return cases(VALID, SourceTree.EXTENSION, CorpusTest::networks);
  }

  @TestFactory
  Stream<DynamicTest> requestsOfTheCommandLine() {
    return cases(REQUESTS, ".request", CorpusTest::request);
  }

  @Test
  void everyCodeHasAnExample() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path folder : List.of(INVALID, VALID, REQUESTS)) {
      for (Path file : Golden.files(folder, EXPECTED)) {
        all.append(Files.readString(file));
      }
    }
    List<Code> without =
        Stream.of(Code.values()).filter(code -> all.indexOf("[" + code + "]") < 0).toList();
    assertEquals(List.of(), without);
  }

  @FunctionalInterface
  private interface Outcome {
    String of(Path file) throws Exception;
  }

  private static Stream<DynamicTest> cases(Path folder, String extension, Outcome outcome) {
    List<Path> files = Golden.files(folder, extension);
    assertFalse(files.isEmpty());
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () ->
                        Golden.check(
                            Golden.beside(file, EXPECTED), portable(outcome.of(file), folder))));
  }

  /** Without the folders of this machine. */
  private static String portable(String text, Path folder) {
    String real = folder.toAbsolutePath() + "/";
    return text.replace('\\', '/').replace(real, "").replace(folder + "/", "");
  }

  private static String refused(Path file) {
    Diagnostics diagnostics = new Diagnostics();
    new FileCheck(diagnostics).check(file.toString());
    assertFalse(diagnostics.sorted().isEmpty(), "nothing is wrong with it");
    return PlainRenderer.render(diagnostics);
  }

  private static String networks(Path file) throws Exception {
    Diagnostics diagnostics = new Diagnostics();
    new FileCheck(diagnostics).check(file.toString());
    assertFalse(diagnostics.hasErrors(), () -> PlainRenderer.render(diagnostics));
    Module module = new ModuleLoader(new SourceTree(), new Diagnostics()).file(file).orElseThrow();
    List<String> parts = new ArrayList<>();
    if (!diagnostics.sorted().isEmpty()) {
      parts.add(PlainRenderer.render(diagnostics));
    }
    for (Definition definition : module.declared().values()) {
      boolean net = definition instanceof Template template && template.isNet();
      if (net || definition instanceof Variant) {
        Network network = new NetworkBuilder(definition, diagnostics).build().orElseThrow();
        parts.add(NetworkText.of(network));
      }
    }
    assertFalse(parts.isEmpty(), "it declares no network");
    return String.join("\n", parts);
  }

  /** Lines {@code target: ...}, {@code put: ...} and {@code set: ...}; files are beside. */
  private static String request(Path file) throws IOException {
    String target = "";
    List<String> puts = new ArrayList<>();
    List<String> settings = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      int colon = line.indexOf(": ");
      String value = line.substring(colon + 2);
      switch (line.substring(0, colon)) {
        case "target" -> target = value;
        case "put" -> puts.add(value);
        case "set" -> settings.add(value);
        default -> throw new IllegalArgumentException(line);
      }
    }
    if (target.contains(SourceTree.EXTENSION)) {
      target = file.resolveSibling(target).toString();
    }
    Diagnostics diagnostics = new Diagnostics();
    Optional<Network> network =
        new Targets(diagnostics).network(new TargetRequest(target, puts, settings));
    assertTrue(network.isPresent() != diagnostics.hasErrors());
    return PlainRenderer.render(diagnostics) + network.map(NetworkText::of).orElse("");
  }
}
