package sec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands about the text itself: fmt, list, help, and how diagnostics are shown. */
class ToolsTest {
  private static final String LAID_OUT = "senet 1;\n\n/// Doc.\nblock A(r = 2) < relu; tanh >\n";
  private static final String NOT_YET = "senet 1;\n\n\n\n///Doc.\nblock A( r=2 )<relu;tanh;>";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void fmtWritesTheLayoutAndNamesTheFile() throws IOException {
    Path one = file("one.senet", NOT_YET);
    Path other = file("other.senet", LAID_OUT);
    Cli.Result result = Cli.run("fmt", one, other);
    assertEquals(0, result.code(), result.err());
    assertEquals(one + "\n", result.out());
    assertEquals(LAID_OUT, Files.readString(one));
  }

  @Test
  void fmtKeepsLinksAndPermissions() throws IOException {
    Path real = file("real.senet", NOT_YET);
    if (Files.getFileAttributeView(real, PosixFileAttributeView.class) == null) {
      return;
    }
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link.senet"), real.getFileName());
    assertEquals(0, Cli.run("fmt", link).code());
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(LAID_OUT, Files.readString(real));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(real)));
  }

  @Test
  void fmtCheckChangesNothing() throws IOException {
    Path one = file("one.senet", NOT_YET);
    Path other = file("other.senet", LAID_OUT);
    Cli.Result result = Cli.run("fmt", "--check", one, other);
    assertEquals(1, result.code());
    assertEquals(one + "\n", result.out());
    assertEquals(NOT_YET, Files.readString(one));
    assertEquals(0, Cli.run("fmt", "--check", other).code());
  }

  @Test
  void fmtLeavesBrokenFilesAlone() throws IOException {
    Path broken = file("broken.senet", "senet 1; block A <");
    Path other = file("other.senet", NOT_YET);
    Cli.Result result = Cli.run("fmt", broken, other, folder.resolve("none.senet"));
    assertEquals(1, result.code());
    assertTrue(result.err().contains("error[E101]"), result.err());
    assertTrue(result.err().contains("error[E104]: there is no file"), result.err());
    assertEquals("senet 1; block A <", Files.readString(broken));
    assertEquals(LAID_OUT, Files.readString(other));
  }

  @Test
  void fmtFromInputToOutput() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(NOT_YET.getBytes(StandardCharsets.UTF_8)));
      Cli.Result result = Cli.run("fmt", "-");
      assertEquals(0, result.code(), result.err());
      assertEquals(LAID_OUT, result.out());
    } finally {
      System.setIn(before);
    }
    assertEquals(2, Cli.run("fmt", "-", "more.senet").code());
  }

  @Test
  void checkAsOneDocument() throws Exception {
    Path bad = file("bad.senet", "senet 1;\nblock A < convv(3) >\n");
    Path good = file("good.senet", LAID_OUT);
    Cli.Result result = Cli.run("check", bad, good, "--format", "json");
    assertEquals(1, result.code());
    assertEquals("", result.err());
    JsonNode all = new JsonMapper().readTree(result.out()).get("diagnostics");
    assertEquals(1, all.size());
    assertEquals("E121", all.get(0).get("code").asText());
    assertEquals(bad.toString(), all.get(0).get("file").asText());
    assertEquals(11, all.get(0).get("start").get("column").asInt());
    assertEquals("did you mean conv?", all.get(0).get("help").asText());
  }

  @Test
  void diagnosticsForProgramsFromAnyCommand() throws Exception {
    Cli.Result result = Cli.run("summary", "Nope", "--diagnostics", "json");
    assertEquals(1, result.code());
    JsonNode all = new JsonMapper().readTree(result.err()).get("diagnostics");
    assertEquals("E302", all.get(0).get("code").asText());
  }

  @Test
  void colorWhenItIsAskedFor() throws IOException {
    Path bad = file("bad.senet", "senet 1;\nblock A < convv(3) >\n");
    assertTrue(Cli.run("check", bad, "--color", "always").err().startsWith("\u001B[1;31merror"));
    assertFalse(Cli.run("check", bad, "--color", "never").err().contains("\u001B"));
    assertFalse(Cli.run("check", bad).err().contains("\u001B"), "a pipe is no terminal");
  }

  @Test
  void colorsOfATerminalAndThoseWhoWantNone() {
    String before = System.setProperty("sec.terminal.columns", "80");
    try {
      assertTrue(Terminal.showsColor(Map.of("TERM", "xterm")));
      assertTrue(Terminal.showsColor(Map.of("NO_COLOR", "")));
      assertFalse(Terminal.showsColor(Map.of("NO_COLOR", "0")));
      assertFalse(Terminal.showsColor(Map.of("TERM", "dumb")));
      System.setProperty("sec.terminal.columns", "0");
      assertFalse(Terminal.showsColor(Map.of()));
    } finally {
      if (before == null) {
        System.clearProperty("sec.terminal.columns");
      } else {
        System.setProperty("sec.terminal.columns", before);
      }
    }
  }

  @Test
  void listOfTheLibrary() throws Exception {
    Cli.Result table = Cli.run("list");
    assertEquals(0, table.code(), table.err());
    assertTrue(table.out().contains("<library>/std/attention.senet\n  block       SE(r = 16)"));
    assertTrue(table.out().contains("slots: middle = conv(64, 3, bias = true) relu\n"));
    Cli.Result json = Cli.run("list", "--format", "json");
    JsonNode all = new JsonMapper().readTree(json.out()).get("declarations");
    assertEquals(
        table.out().lines().filter(l -> l.matches("  (block|net|variant|experiment) .*")).count(),
        all.size());
  }

  @Test
  void listOfAFile() throws IOException {
    Path mine =
        file(
            "mine.senet",
            """
            senet 1;
            /// Mine. \u0007back
            /// More of it.
            block A(r = 2, k: size = [1, 3]) < slot gate; slot after(n) = relu; gate after(n = 1) >
            net N(a) : [3, 8, 8] < A >
            net M = N(3);
            variant V of N(2) < >
            experiment E < net N; epochs 3 >
            """);
    Cli.Result result = Cli.run("list", mine);
    assertEquals(0, result.code(), result.err());
    String expected =
        """
          block       A(r = 2, k: size = [1, 3])  Mine. \uFFFDback
                      slots: gate; after(n) = relu
          net         N(a)
          net         M = N(3)
          variant     V of N(2)
          experiment  E
        """;
    assertEquals(mine + "\n" + expected, result.out());
    assertEquals(1, Cli.run("list", folder.resolve("none.senet")).code());
  }

  @Test
  void helpOnWhatEverThereIs() {
    assertTrue(Cli.run("help").out().contains("Commands:"));
    assertTrue(Cli.run("help", "fmt").out().contains("Usage: sec fmt"));
    assertTrue(Cli.run("help", "operators").out().contains("conv(out, k = 1"));
    assertTrue(Cli.run("help", "maxpool").out().startsWith("maxpool(k, stride = none"));
    assertTrue(Cli.run("help", "Bump").out().startsWith("block Bump(r = 16)"));
    Cli.Result unknown = Cli.run("help", "maxpol");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("did you mean maxpool?"), unknown.err());
  }
}
