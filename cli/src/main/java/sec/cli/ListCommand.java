package sec.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.help.Catalogue;

/** {@code sec list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Blocks, nets, variants, their slots, and experiments, with what their authors say of them.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sec list                              the standard library",
      "  sec list my.senet --format json",
      "%nsec help NAME tells more of one."
    })
final class ListCommand implements Callable<Integer> {
  private enum Format {
    TABLE,
    JSON
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files to list; the standard library unless given.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "table|json",
      description = "How to print it; table unless given.")
  private Format format = Format.TABLE;

  @Override
  public Integer call() {
    Diagnostics diagnostics = new Diagnostics();
    Catalogue catalogue = files.isEmpty() ? Catalogue.library() : Catalogue.of(files, diagnostics);
    if (diagnostics.hasErrors()) {
      DiagnosticOutput.print(spec, diagnostics);
      return ExitCode.INPUT;
    }
    String text =
        switch (format) {
          case TABLE -> catalogue.table();
          case JSON -> catalogue.json();
        };
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }
}
