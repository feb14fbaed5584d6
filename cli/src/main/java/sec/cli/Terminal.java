package sec.cli;

/** Whether a person watches. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether the command stands in a terminal. From JDK 22 to 24 the answer is always yes unless
   * Java runs with {@code -Djdk.console=java.base}, as the launcher has it do.
   */
  @SuppressWarnings("SystemConsoleNull") // Console.isTerminal, which it asks for, is not in Java 21
  static boolean attached() {
    return System.console() != null;
  }
}
