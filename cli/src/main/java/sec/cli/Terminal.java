package sec.cli;

import java.util.Map;

/** The terminal that standard error stands on, if it stands on one. */
final class Terminal {
  /** What the launcher found: how wide the terminal is, 0 without one. */
  private static final String COLUMNS = "sec.terminal.columns";

  private static final int USUAL = 80;

  private Terminal() {}

  /**
   * How many columns there are to draw in, at most 80; 0 when standard error is a file or a pipe.
   *
   * <p>Java cannot tell for standard error alone. Where no launcher could either (Windows) it is a
   * terminal when input and output are: from JDK 22 to 24 the answer is then always yes unless Java
   * runs with {@code -Djdk.console=java.base}, as the launcher has it do.
   */
  @SuppressWarnings("SystemConsoleNull") // Console.isTerminal, which it asks for, is not in Java 21
  static int columns() {
    int known = Integer.getInteger(COLUMNS, System.console() == null ? 0 : USUAL);
    return Math.clamp(known, 0, USUAL);
  }

  /** Whether standard error is a terminal that shows colours, and whose user wants them. */
  static boolean showsColor(Map<String, String> environment) {
    // https://no-color.org: set and not empty, whatever its value.
    boolean refused =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return columns() > 0 && !refused;
  }
}
