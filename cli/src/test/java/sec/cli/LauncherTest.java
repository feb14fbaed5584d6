package sec.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code sec} in a copy of the project's folders, with a Maven and a Java that only say
 * how they were called, on a machine that has nothing but those and the tools of POSIX.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cut",
          "dirname",
          "find",
          "grep",
          "head",
          "mkdir",
          "mv",
          "ps",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sleep",
          "tail",
          "touch");

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$JAVA21_HOME: $*" >>"$ROOT/maven.calls"
      sleep "${MAVEN_SECONDS-0}"
      echo "chatter of Maven"
      if [ -n "${MAVEN_SAYS-}" ]; then
        echo "$MAVEN_SAYS"
        exit 1
      fi
      mkdir -p cli/target/lib
      touch cli/target/sec.jar
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      echo "folder $PWD"
      for argument; do
        echo "[$argument]"
      done
      exit "${JAVA_EXIT-0}"
      """;

  /** The processor and the system that the script is told of. */
  private static final String UNAME =
      """
      #!/bin/sh
      case $1 in -s) echo "${SYSTEM-Linux}" ;; *) echo "${CPU-x86_64}" ;; esac
      """;

  @TempDir Path temporary;
  private Path root;
  private Path project;
  private Path tools;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void makeMachine() throws IOException {
    root = temporary.toRealPath();
    project = Files.createDirectories(root.resolve("the project"));
    tools = Files.createDirectories(root.resolve("bin"));
    for (String tool : TOOLS) {
      script(tools.resolve(tool), "#!/bin/sh\nexec " + tool(tool) + " \"$@\"\n");
    }
    script(tools.resolve("mvn"), MAVEN);
    script(tools.resolve("uname"), UNAME);
    // The machine's own JDKs must not be found.
    String launcher =
        Files.readString(Path.of("../sec")).replaceAll(" /(usr|opt|Library)/", " " + root + "/$1/");
    script(project.resolve("sec"), launcher);
    Files.writeString(project.resolve("pom.xml"), "");
    for (String module : List.of("grammar", "specs", "compiler", "runtime", "verify", "cli")) {
      Files.createDirectories(project.resolve(module).resolve("src/main/java"));
      Files.createDirectories(project.resolve(module).resolve("src/test/java"));
    }
    environment.put("ROOT", root.toString());
    environment.put("HOME", root.resolve("home").toString());
    environment.put("PATH", tools.toString());
    environment.put("JAVA_HOME", jdk("jdk", "21.0.5").toString());
  }

  @Test
  void buildsOnFirstUseAndThenRuns() throws Exception {
    Result first = sec();
    Result second = sec("check", "a b", "", "*");

    assertEquals(0, first.status(), first.err());
    assertEquals(1, first.err().lines().count(), first.err());
    assertTrue(first.err().startsWith("sec: first use: building (about a minute; log in "));
    assertFalse(first.out().contains("chatter"), first.out());
    assertTrue(Files.readString(log()).contains("chatter of Maven"));
    assertEquals(
        List.of(
            root.resolve("jdk") + ": -q -B -DskipTests -P !static-analysis -pl cli -am package"),
        mavenCalls());
    assertEquals("", second.err());
    assertTrue(second.out().startsWith("folder " + root + "\n"), second.out());
    assertTrue(second.out().contains("[--enable-native-access=ALL-UNNAMED]\n"), second.out());
    assertTrue(second.out().endsWith("[sec.cli.Main]\n[check]\n[a b]\n[]\n[*]\n"), second.out());
  }

  @Test
  void passesOptionsAndTheExitStatusThrough() throws Exception {
    environment.put("SEC_JAVA_OPTS", "-Xmx8g -Dai.djl.offline=false");
    environment.put("JAVA_EXIT", "130");

    Result result = sec();

    assertEquals(130, result.status());
    int given = result.out().indexOf("[-Xmx8g]\n[-Dai.djl.offline=false]\n");
    assertTrue(given > result.out().indexOf("[-Dai.djl.offline=true]"), result.out());
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    sec();
    for (String source :
        List.of(
            "pom.xml",
            "cli/pom.xml",
            "compiler/src/main/java/sec/compiler/target/A.java",
            "compiler/src/main/proto/onnx.proto",
            "compiler/src/main/resources/words.txt",
            "grammar/Senet.g4",
            "specs/std/se.senet")) {
      int calls = mavenCalls().size();
      changeLater(source);

      Result result = sec();

      assertTrue(result.err().startsWith("sec: the sources have changed: building"), source);
      assertEquals(calls + 1, mavenCalls().size(), source);
      Files.delete(project.resolve(source));
    }
  }

  @Test
  void doesNotBuildForWhatIsNotPartOfIt() throws Exception {
    sec();
    changeLater("mine.senet");
    changeLater("runs/mine/net.senet");
    changeLater("compiler/src/test/java/ATest.java");
    changeLater("compiler/target/generated-sources/A.java");

    assertEquals("", sec().err());
    assertEquals(1, mavenCalls().size());
  }

  @Test
  void findsItselfThroughLinks() throws Exception {
    Path folder = Files.createDirectories(root.resolve("of links"));
    Files.createSymbolicLink(folder.resolve("first"), project.resolve("sec"));
    Files.createSymbolicLink(folder.resolve("second"), Path.of("first"));

    Result result = start(folder.resolve("second").toString()).result();

    assertEquals(0, result.status(), result.err());
    assertTrue(result.out().contains(project + "/cli/target/sec.jar:"), result.out());
  }

  @Test
  void prefersJavaHomeThenThePathThenTheUsualFolders() throws Exception {
    Path usual = jdk("usr/lib/jvm/temurin-25", "25.0.1");
    jdk("usr/lib/jvm/older", "21.0.1");
    Path onPath = jdk("on-path", "23");
    Files.createSymbolicLink(tools.resolve("java"), onPath.resolve("bin/java"));

    sec();
    environment.put("JAVA_HOME", jdk("old", "17.0.2").toString());
    changeLater("pom.xml");
    sec();
    Files.delete(tools.resolve("java"));
    sec();

    assertEquals(
        List.of(root.resolve("jdk"), onPath, usual).stream().map(Path::toString).toList(),
        mavenCalls().stream().map(call -> call.substring(0, call.indexOf(':'))).toList());
  }

  @Test
  void saysThatThereIsNoJdk() throws Exception {
    environment.remove("JAVA_HOME");
    refused("there is no JDK 21 or newer\nsec: install one");

    environment.put("JAVA_HOME", jdk("old", "1.8.0_402").toString());
    refused("there is no JDK 21 or newer, only " + root.resolve("old") + " (Java 8)");
  }

  @Test
  void saysThatAJreIsNotEnough() throws Exception {
    Path jre = jdk("jre", "21.0.5");
    Files.delete(jre.resolve("bin/javac"));
    environment.put("JAVA_HOME", jre.toString());

    refused(jre + " (Java 21) has no javac: it is a JRE");
  }

  @Test
  void saysThatThereIsNoMaven() throws Exception {
    Files.delete(tools.resolve("mvn"));

    refused("Maven (mvn) is missing");
  }

  @Test
  void saysThatThereIsNoNetwork() throws Exception {
    environment.put(
        "MAVEN_SAYS",
        "[ERROR] Could not transfer artifact a:b:1 from/to central: Unknown host repo.example");

    refused("is there a network");
  }

  @Test
  void showsWhyABuildFailedAndBuildsAgain() throws Exception {
    environment.put("MAVEN_SAYS", "[ERROR] COMPILATION ERROR: ';' expected");
    refused("the build failed");
    assertTrue(sec().err().contains("';' expected"));

    environment.remove("MAVEN_SAYS");
    assertEquals(0, sec().status());
  }

  @Test
  void refusesSystemsWithoutLibtorch() throws Exception {
    environment.put("CPU", "riscv64");
    refused("Linux riscv64 is not supported");

    environment.put("SYSTEM", "FreeBSD");
    environment.put("CPU", "amd64");
    refused("FreeBSD amd64 is not supported");
  }

  @Test
  void acceptsTheOthers() throws Exception {
    for (List<String> system :
        List.of(
            List.of("Linux", "x86_64"), List.of("Linux", "aarch64"), List.of("Darwin", "arm64"))) {
      environment.put("SYSTEM", system.get(0));
      environment.put("CPU", system.get(1));
      assertEquals(0, sec().status(), system.toString());
    }
  }

  @Test
  void saysThatItCannotWrite() throws Exception {
    Path cli = project.resolve("cli");
    Files.setPosixFilePermissions(cli, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(cli), "the superuser can write everywhere");

    refused("cannot write to " + cli);
  }

  @Test
  void buildsOnceWhenStartedTwice() throws Exception {
    environment.put("MAVEN_SECONDS", "2");

    Running one = start(launcher(), "one");
    Running two = start(launcher(), "two");
    Result first = one.result();
    Result second = two.result();

    assertEquals(0, first.status() + second.status(), first.err() + second.err());
    assertEquals(1, mavenCalls().size());
    assertTrue((first.err() + second.err()).contains("waiting for the build"));
    assertFalse(Files.exists(lock()));
  }

  @Test
  void clearsAwayTheLockOfABuildThatWasKilled() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.createDirectory(lock());
    Files.writeString(lock().resolve("pid"), gone.pid() + "\n");

    Result result = sec();

    assertEquals(0, result.status(), result.err());
    assertFalse(result.err().contains("waiting"), result.err());
    assertFalse(Files.exists(lock()));
  }

  private void refused(String message) throws Exception {
    Result result = sec();
    assertEquals(3, result.status(), result.err());
    assertTrue(result.err().contains("sec: ") && result.err().contains(message), result.err());
    assertEquals("", result.out());
  }

  private Result sec(String... arguments) throws Exception {
    return start(launcher(), arguments).result();
  }

  private String launcher() {
    return project.resolve("sec").toString();
  }

  private Path log() {
    return project.resolve("cli/target/sec-build.log");
  }

  private Path lock() {
    return project.resolve("cli/.sec-build.lock");
  }

  private List<String> mavenCalls() throws IOException {
    Path calls = root.resolve("maven.calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  /** A file of the project that changes after all that was built so far. */
  private void changeLater(String file) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(requireNonNull(path.getParent()));
    Files.writeString(path, "");
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(5)));
  }

  private Path jdk(String folder, String version) throws IOException {
    Path jdk = root.resolve(folder);
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(jdk.resolve("bin/java"), JAVA);
    script(jdk.resolve("bin/javac"), JAVA);
    return jdk;
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path tool(String name) {
    return Stream.of("/bin", "/usr/bin")
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(Path.of("/usr/bin", name));
  }

  private Running start(String command, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of(arguments));
    Path out = Files.createTempFile(root, "out", ".txt");
    Path err = Files.createTempFile(root, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(root.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Running(builder.start(), out, err);
  }

  private record Running(Process process, Path out, Path err) {
    Result result() throws Exception {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  private record Result(int status, String out, String err) {}
}
