package sec.compiler.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFailureTest {
  @Test
  void deniesInWords() {
    AccessDeniedException denied = new AccessDeniedException("data_batch_1.bin");

    assertEquals("permission denied: data_batch_1.bin", FileFailure.message(denied));
    assertEquals("permission denied: mine.senet", FileFailure.message(denied, "mine.senet"));
  }

  @Test
  void namesTheFileOfWhatTheSystemSays(@TempDir Path folder) {
    IOException missing = assertThrows(IOException.class, () -> Files.size(folder.resolve("none")));

    assertEquals(
        folder.resolve("none") + ": there is no such file or folder", FileFailure.message(missing));
    assertEquals(
        "w: No space left on device",
        FileFailure.message(new FileSystemException("w", null, "No space left on device")));
    assertEquals(
        "w: Input/output error", FileFailure.message(new IOException("Input/output error"), "w"));
    assertEquals("Input/output error", FileFailure.message(new IOException("Input/output error")));
  }
}
