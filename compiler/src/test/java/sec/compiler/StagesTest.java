package sec.compiler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Packages are the stages of the pipeline: each knows only those before it. */
class StagesTest {
  private static final String ROOT = "sec.compiler.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("sec.compiler");

  private static final List<String> FRONT =
      List.of("source", "diagnostics", "values", "syntax", "operators", "model");

  private static final List<String> IR = with(FRONT, "ir");

  /** What each stage may use beside itself. */
  private static final Map<String, List<String>> BEFORE =
      Map.ofEntries(
          Map.entry("source", List.of("io")),
          Map.entry("diagnostics", List.of("source")),
          Map.entry("values", List.of()),
          Map.entry("syntax", List.of("source", "diagnostics", "values")),
          Map.entry("operators", List.of("diagnostics", "values")),
          Map.entry("model", List.of("source", "diagnostics", "values", "syntax", "operators")),
          Map.entry("ir", FRONT),
          Map.entry("table", List.of("diagnostics")),
          Map.entry("analysis", with(IR, "table")),
          Map.entry("backend.graph", with(IR, "analysis")),
          Map.entry("backend.djl", IR),
          Map.entry("backend.torchscript", with(with(IR, "weights"), "io")),
          Map.entry("inference", with(IR, "weights")),
          Map.entry("help", IR),
          Map.entry("expand", IR),
          Map.entry("driver", with(IR, "io")));

  private static List<String> with(List<String> names, String more) {
    List<String> all = new ArrayList<>(names);
    all.add(more);
    return all;
  }

  @TestFactory
  Stream<DynamicTest> stageKnowsOnlyThoseBeforeIt() {
    return BEFORE.entrySet().stream()
        .map(
            stage ->
                DynamicTest.dynamicTest(
                    stage.getKey(), () -> check(stage.getKey(), stage.getValue())));
  }

  private static void check(String stage, List<String> before) {
    String[] allowed =
        Stream.concat(
                Stream.concat(Stream.of(stage), before.stream()).map(name -> ROOT + name + ".."),
                Stream.of(
                    "java..",
                    "javax..",
                    "org.jspecify..",
                    "org.antlr..",
                    "sec.grammar..",
                    "com.palantir.javapoet..",
                    "org.apache.commons.csv..",
                    "org.eclipse.elk..",
                    "org.eclipse.emf..",
                    "com.fasterxml.jackson.."))
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(ROOT + stage + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(CLASSES);
  }

  @Test
  void noBackendKnowsAnother() {
    slices().matching(ROOT + "backend.(*)..").should().notDependOnEachOther().check(CLASSES);
  }

  @Test
  void noCycles() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nothingKnowsTheFrontDoor() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "target..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "target..")
        .check(CLASSES);
  }

  @Test
  void onlySyntaxKnowsTheParser() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "syntax..")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage("org.antlr..", "sec.grammar.."))
        .check(CLASSES);
  }

  @Test
  void noRuntimeInTheCompiler() {
    noClasses()
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage("ai.djl..", "ai.onnxruntime.."))
        .check(CLASSES);
  }
}
