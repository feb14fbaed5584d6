package sec.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What picocli does not find wrong by itself. */
final class OptionChecks {
  private OptionChecks() {}

  /**
   * Refuses an empty path. It would be the working folder, which nobody means who writes {@code
   * --run-dir "$UNSET"}.
   */
  static void path(CommandSpec spec, String option, @Nullable Path value) {
    if (value != null && value.toString().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), option + " is empty; for the working folder give .");
    }
  }

  /** Refuses a count that is none. */
  static void atLeastOne(CommandSpec spec, String option, int value) {
    if (value < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " is a number from 1 on, not " + value);
    }
  }
}
