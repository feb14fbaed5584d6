package sec.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.help.Explanation;

/** {@code sec explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "What the code of a diagnostic means, with an example that has it and the example mended.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {"  sec explain E203", "  sec explain        all codes"})
final class ExplainCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "CODE", description = "E203 and the like.")
  private @Nullable String code;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (code == null) {
      for (Code each : Code.values()) {
        out.printf("%s  %s%n", each, Explanation.of(each).title());
      }
    } else {
      out.print(Explanation.of(known(code)).text());
    }
    out.flush();
    return ExitCode.OK;
  }

  private Code known(String text) {
    return Explanation.code(text)
        .orElseThrow(
            () -> {
              List<String> codes = Stream.of(Code.values()).map(Code::name).toList();
              String nearest =
                  Suggestion.nearest(text, codes)
                      .map(near -> "; did you mean " + near + "?")
                      .orElse("; sec explain lists them");
              return new ParameterException(
                  spec.commandLine(), "There is no code " + text + nearest);
            });
  }
}
