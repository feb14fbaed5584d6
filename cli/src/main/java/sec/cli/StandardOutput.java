package sec.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * The standard output, which remembers that it failed: a {@link PrintWriter} tells nobody, and a
 * result that a full disk has swallowed would go for a success.
 */
final class StandardOutput extends FilterOutputStream {
  private @Nullable IOException failure;

  StandardOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /** The exit status of a command that came to {@code code}, once what it wrote is out. */
  int status(int code, PrintWriter err) {
    // Whoever closes a pipe early, such as head, has read enough: that is no failure.
    if (failure == null || "Broken pipe".equals(failure.getMessage())) {
      return code;
    }
    err.println("sec: the standard output cannot be written: " + failure.getMessage());
    err.flush();
    return code == ExitCode.OK ? ExitCode.ENVIRONMENT : code;
  }
}
