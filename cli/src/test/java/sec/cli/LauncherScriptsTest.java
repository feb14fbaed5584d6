package sec.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The two launchers as texts, on any system. */
class LauncherScriptsTest {
  /** No machine here runs the script for Windows: at least it does not fall behind this one. */
  @Test
  void isTheSameOnWindows() throws IOException {
    String here = Files.readString(Path.of("../sec"));
    String windows = Files.readString(Path.of("../sec.cmd"));
    int start = here.indexOf("mvn -q");
    String build = here.substring(start, here.indexOf(" package", start)).replace('\'', '"');

    assertTrue(windows.contains("call " + build + " package"), build);
    assertTrue(windows.contains("if %VERSION% GEQ 24 set \"QUIET=--sun-misc-unsafe-memory-access"));
    windows
        .lines()
        .filter(line -> line.contains("sec.cli.Main"))
        .forEach(line -> assertTrue(line.contains("java.exe\" %QUIET% "), line));
  }
}
