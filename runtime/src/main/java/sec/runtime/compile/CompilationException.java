package sec.runtime.compile;

import java.util.List;

/**
 * The generated Java does not compile cleanly, or its main class cannot be made. That is a fault of
 * the compiler that wrote it, never of the user, hence unchecked.
 */
public final class CompilationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> findings;

  CompilationException(String message, List<String> findings) {
    super(findings.isEmpty() ? message : message + "\n" + String.join("\n", findings));
    this.findings = List.copyOf(findings);
  }

  CompilationException(String message, Throwable cause) {
    super(message, cause);
    this.findings = List.of();
  }

  /** What the Java compiler found, each as {@code File.java:line: kind: message} and that line. */
  public List<String> findings() {
    return findings;
  }
}
