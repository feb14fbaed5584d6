package sec.verify;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sec.compiler.onnx.ModelProto;
import sec.verify.OnnxSession.Optimisation;
import sec.verify.lint.Finding;
import sec.verify.lint.OnnxLint;

/** The checks of one ONNX file, for itself. */
final class FileChecks {
  /** How many samples stand in a batch of several. */
  static final int SEVERAL = 3;

  private static final int SHOWN = 5;

  private final String subject;
  private final Path file;
  private final long seed;
  private final List<Outcome> outcomes;

  /**
   * Checks to be made.
   *
   * @param subject what the file is called in the table
   * @param seed of the samples
   * @param outcomes where what they come to is added
   */
  FileChecks(String subject, Path file, long seed, List<Outcome> outcomes) {
    this.subject = subject;
    this.file = file;
    this.seed = seed;
    this.outcomes = outcomes;
  }

  /** How it is built; the model, if the lint has let it pass. */
  Optional<ModelProto> structure() throws IOException {
    OnnxLint.Result lint = OnnxLint.check(file);
    add(Check.LINT, lint.findings().stream().map(Finding::toString).toList(), "");
    ModelProto model = lint.model();
    if (model == null || !lint.findings().isEmpty()) {
      // Native code does not survive everything: a function that calls itself ends the process.
      for (Check later : List.of(Check.CHECKER, Check.SHAPES, Check.RUNTIME)) {
        outcomes.add(Outcome.skipped(subject, later, ""));
      }
      return Optional.empty();
    }
    Optional<String> reason = OnnxChecker.unavailableFor(model);
    if (reason.isPresent()) {
      outcomes.add(Outcome.skipped(subject, Check.CHECKER, reason.get()));
      outcomes.add(Outcome.skipped(subject, Check.SHAPES, reason.get()));
    } else {
      add(Check.CHECKER, OnnxChecker.check(file).stream().toList(), "");
      InferredShapes.Result shapes = InferredShapes.compare(model);
      add(Check.SHAPES, shapes.complaints(), "%,d values".formatted(shapes.compared()));
    }
    return Optional.of(model);
  }

  private void add(Check check, List<String> complaints, String note) {
    outcomes.add(
        complaints.isEmpty()
            ? Outcome.ok(subject, check, note)
            : Outcome.failed(subject, check, listed(complaints)));
  }

  private static String listed(List<String> complaints) {
    String first = complaints.stream().limit(SHOWN).collect(Collectors.joining("; "));
    int rest = complaints.size() - SHOWN;
    return rest > 0 ? first + "; and %d more".formatted(rest) : first;
  }

  /**
   * That ONNX Runtime takes it, and that its answer to a sample depends neither on the batch nor,
   * if asked, on what ONNX Runtime makes of the graph.
   *
   * @return the answers to a batch of {@link #SEVERAL}; empty if there are none
   */
  Optional<SequencedMap<String, float[]>> answers(boolean unoptimised) {
    try (OnnxSession session = OnnxSession.of(file)) {
      outcomes.add(Outcome.ok(subject, Check.RUNTIME, ""));
      OnnxSession.Input input = session.input();
      Optional<String> open = whyNotRun(input);
      if (open.isPresent()) {
        outcomes.add(Outcome.skipped(subject, Check.BATCH, open.get()));
        return Optional.empty();
      }
      long fixed = input.shape()[0];
      int size = fixed > 0 ? Math.toIntExact(fixed) : SEVERAL;
      SequencedMap<String, float[]> answers = answers(session, size);
      if (fixed > 0) {
        String why = "the batch is fixed at " + fixed;
        outcomes.add(Outcome.skipped(subject, Check.BATCH, why));
      } else {
        compare(Check.BATCH, answers(session, 1), answers);
      }
      if (unoptimised) {
        try (OnnxSession plain = OnnxSession.of(file, Optimisation.NONE, 1)) {
          compare(Check.OPTIMISED, answers(plain, size), answers);
        }
      }
      return Optional.of(answers);
    } catch (OrtException e) {
      outcomes.add(Outcome.failed(subject, Check.RUNTIME, message(e)));
      return Optional.empty();
    }
  }

  /** ONNX Runtime says codes first. */
  private static String message(OrtException e) {
    return String.valueOf(e.getMessage()).replaceFirst("^Error code - \\w+ - message: ", "");
  }

  private static Optional<String> whyNotRun(OnnxSession.Input input) {
    boolean open = Arrays.stream(input.shape()).skip(1).anyMatch(size -> size < 1);
    return open || input.shape().length == 0
        ? Optional.of("not run: the input's shape is " + Arrays.toString(input.shape()))
        : Optional.empty();
  }

  private SequencedMap<String, float[]> answers(OnnxSession session, int batch)
      throws OrtException {
    try (OnnxTensor samples = session.samples(batch, seed);
        OnnxSession.Answers answers = session.answers(samples)) {
      return answers.all();
    }
  }

  /**
   * Adds how far answers are from those expected, which may be to more samples: then of those the
   * first.
   */
  void compare(Check check, Map<String, float[]> actual, SequencedMap<String, float[]> expected) {
    Deviation worst = Deviation.NONE;
    String where = "";
    for (Map.Entry<String, float[]> output : expected.entrySet()) {
      float @Nullable [] found = actual.get(output.getKey());
      float[] wanted = output.getValue();
      boolean fewer = found != null && check == Check.BATCH && found.length < wanted.length;
      Deviation here =
          found == null
              ? Deviation.of(wanted, new float[0])
              : Deviation.of(fewer ? Arrays.copyOf(wanted, found.length) : wanted, found);
      if (here.relative() > worst.relative()) {
        worst = here;
        where = expected.size() > 1 ? "most at " + output.getKey() : "";
      }
    }
    outcomes.add(Outcome.compared(subject, check, worst, where));
  }
}
