package sec.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import sec.compiler.diagnostics.ColorRenderer;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.JsonRenderer;
import sec.compiler.diagnostics.PlainRenderer;

/** How diagnostics reach the user: the same for every command, on standard error. */
final class DiagnosticOutput {
  private enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  private enum Format {
    TEXT,
    JSON
  }

  @Option(
      names = "--color",
      scope = ScopeType.INHERIT,
      paramLabel = "auto|always|never",
      description =
          "Diagnostics in colour; auto, unless given: on a terminal, where NO_COLOR is not set.")
  private Color color = Color.AUTO;

  @Option(
      names = "--diagnostics",
      scope = ScopeType.INHERIT,
      paramLabel = "text|json",
      description =
          "Diagnostics for people or, as one JSON document, for programs; text unless given.")
  private Format format = Format.TEXT;

  /** Prints the diagnostics of a command. */
  static void print(CommandSpec spec, Diagnostics diagnostics) {
    print(spec, List.of(diagnostics));
  }

  /** Prints the diagnostics of a command's runs, one after the other. */
  static void print(CommandSpec spec, List<Diagnostics> runs) {
    DiagnosticOutput output = ((Main) spec.root().userObject()).diagnosticOutput();
    PrintWriter err = spec.commandLine().getErr();
    if (output.format == Format.JSON) {
      err.print(JsonRenderer.render(runs));
    } else {
      runs.forEach(run -> err.print(output.text(run)));
    }
    err.flush();
  }

  /** Whether a program reads the standard error: then nothing else may stand there. */
  static boolean isForPrograms(CommandSpec spec) {
    return ((Main) spec.root().userObject()).diagnosticOutput().format == Format.JSON;
  }

  private String text(Diagnostics diagnostics) {
    boolean colored =
        switch (color) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> Terminal.showsColor(System.getenv());
        };
    return colored ? ColorRenderer.render(diagnostics) : PlainRenderer.render(diagnostics);
  }
}
