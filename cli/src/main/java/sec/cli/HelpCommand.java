package sec.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.help.Reference;
import sec.runtime.pipeline.Transforms;

/** {@code sec help}. */
@Command(
    name = "help",
    helpCommand = true,
    mixinStandardHelpOptions = true,
    description = {
      "Help: on sec, on a command, on an operator of the language, or on a block of the library.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec help train",
      "  sec help operators   all operators, with their parameters and defaults",
      "  sec help transforms  what --augment and --prepare take",
      "  sec help conv",
      "  sec help SE"
    })
final class HelpCommand implements Callable<Integer> {
  private static final String OPERATORS = "operators";
  private static final String TRANSFORMS = "transforms";

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "A command, operators, an operator, transforms, or a declaration of the library.")
  private @Nullable String name;

  @Override
  public Integer call() {
    CommandLine sec = spec.root().commandLine();
    PrintWriter out = spec.commandLine().getOut();
    CommandLine command = name == null ? sec : sec.getSubcommands().get(name);
    if (command != null) {
      command.usage(out);
    } else if (OPERATORS.equals(name)) {
      out.print(Reference.operators());
    } else if (TRANSFORMS.equals(name)) {
      out.print(Transforms.reference());
    } else {
      Reference reference = new Reference();
      out.print(reference.about(String.valueOf(name)).orElseThrow(() -> unknown(sec, reference)));
    }
    out.flush();
    return ExitCode.OK;
  }

  private ParameterException unknown(CommandLine sec, Reference reference) {
    List<String> names = new ArrayList<>(sec.getSubcommands().keySet());
    names.add(OPERATORS);
    names.add(TRANSFORMS);
    names.addAll(reference.names());
    String nearest =
        Suggestion.nearest(String.valueOf(name), names)
            .map(near -> "; did you mean " + near + "?")
            .orElse("");
    return new ParameterException(
        spec.commandLine(),
        "There is no command, operator or declaration of the library called " + name + nearest);
  }
}
