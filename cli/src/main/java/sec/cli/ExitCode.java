package sec.cli;

/** What the command's exit status says. */
final class ExitCode {
  /** All is well. */
  static final int OK = 0;

  /** The input is wrong: a spec, a data file, a value. */
  static final int INPUT = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** The surroundings lack something: a file, a compiler, a device, room on the disk. */
  static final int ENVIRONMENT = 3;

  /** Interrupted, by Ctrl-C. After SIGTERM the JVM makes it 143. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
