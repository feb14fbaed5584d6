package sec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A result that nobody gets is no success. */
class StandardOutputTest {
  private final StringWriter err = new StringWriter();

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  private int statusAfterWriting(OutputStream stream, int code) {
    StandardOutput out = new StandardOutput(stream);
    PrintWriter writer = new PrintWriter(out, true, StandardCharsets.UTF_8);
    writer.println("result");
    writer.flush();
    return out.status(code, new PrintWriter(err));
  }

  @Test
  void whatIsWrittenArrives() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertEquals(0, statusAfterWriting(bytes, 0));
    assertEquals("result", bytes.toString(StandardCharsets.UTF_8).strip());
    assertEquals("", err.toString());
  }

  @Test
  void fullDisk() {
    assertEquals(3, statusAfterWriting(failing("No space left on device"), 0));
    assertTrue(err.toString().contains("No space left on device"), err.toString());
  }

  @Test
  void anEarlierFailureKeepsItsStatus() {
    assertEquals(130, statusAfterWriting(failing("No space left on device"), 130));
  }

  @Test
  void readerThatHasReadEnough() {
    assertEquals(0, statusAfterWriting(failing("Broken pipe"), 0));
    assertEquals("", err.toString());
  }
}
