package sec.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.inference.Deployment;
import sec.compiler.inference.Model;
import sec.compiler.inference.Pass;
import sec.compiler.inference.Target;

/** The form of a graph: as it is trained, or rewritten to answer sooner. */
final class DeployOptions {
  private static final String NONE = "none";

  private enum Form {
    DEPLOY,
    TRAINABLE
  }

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--form",
      paramLabel = "deploy|trainable",
      description =
          "ONNX: deploy, unless given: what only training needs is gone, and batch normalisation is"
              + " part of the layer before it; trainable: as it is declared, under the names of"
              + " weight files.")
  private Form form = Form.DEPLOY;

  @Option(
      names = "--target",
      paramLabel = "generic|ort-cpu",
      description =
          "ONNX, deploy: where it is going to run; generic unless given. ort-cpu: what keeps ONNX"
              + " Runtime in its fast layout on a CPU.")
  private @Nullable String target;

  @Option(
      names = "--passes",
      split = ",",
      paramLabel = "PASS",
      description = "ONNX, deploy: only these passes, or none: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Passes.class)
  private List<String> passes = new ArrayList<>();

  /** The names of the passes, for help and completion. */
  static final class Passes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(Pass.values()).map(Pass::word).iterator();
    }
  }

  boolean given() {
    return form != Form.DEPLOY || target != null || !passes.isEmpty();
  }

  /** Refuses what contradicts itself or is not there. */
  void check() {
    boolean rewriting = target != null || !passes.isEmpty();
    if (form == Form.TRAINABLE && rewriting) {
      throw wrong("--target and --passes are for --form deploy: trainable is as it is declared");
    }
    if (target != null && !passes.isEmpty()) {
      throw wrong("--passes names all passes, so --target has none to choose: leave one out");
    }
    chosen();
  }

  /** As the model's metadata says it. */
  String form() {
    return form.name().toLowerCase(Locale.ROOT);
  }

  /** The model in its form. */
  Model apply(Model model) {
    return form == Form.DEPLOY ? Deployment.of(model, chosen()) : model;
  }

  private Set<Pass> chosen() {
    if (passes.isEmpty()) {
      return target().passes();
    }
    Set<Pass> chosen = EnumSet.noneOf(Pass.class);
    if (!passes.equals(List.of(NONE))) {
      passes.forEach(word -> chosen.add(pass(word)));
    }
    return chosen;
  }

  private Pass pass(String word) {
    return Stream.of(Pass.values())
        .filter(pass -> pass.word().equals(word))
        .findFirst()
        .orElseThrow(() -> unknown("pass", word, Stream.of(Pass.values()).map(Pass::word)));
  }

  private Target target() {
    return target == null
        ? Target.GENERIC
        : Stream.of(Target.values())
            .filter(known -> known.toString().equals(target))
            .findFirst()
            .orElseThrow(
                () -> unknown("target", target, Stream.of(Target.values()).map(Target::toString)));
  }

  private ParameterException unknown(String what, @Nullable String word, Stream<String> names) {
    return wrong(
        "there is no %s %s; %s"
            .formatted(
                what, word, Suggestion.help(String.valueOf(word), names.toList(), "there are")));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
