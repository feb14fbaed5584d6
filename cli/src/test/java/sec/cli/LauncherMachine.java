package sec.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.io.TempDir;

/**
 * A copy of the project's folders, with a Maven and a Java that only say how they were called, on a
 * machine that has nothing but those and the tools of POSIX.
 */
abstract class LauncherMachine {
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
          "stty",
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
      echo "arenas ${MALLOC_ARENA_MAX-any}, maps ${MALLOC_MMAP_MAX_-any}"
      echo "turns ${GOMP_SPINCOUNT-any}, then $OMP_WAIT_POLICY"
      for argument; do
        echo "[$argument]"
        case ${KEEPS-}$argument in
          yes-XX:AOTCacheOutput=* | yes-XX:ArchiveClassesAtExit=*) : >"${argument#*=}" ;;
        esac
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
  Path root;
  Path project;
  Path tools;
  final Map<String, String> environment = new HashMap<>();

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

  Result sec(String... arguments) throws Exception {
    return start(launcher(), arguments).result();
  }

  String launcher() {
    return project.resolve("sec").toString();
  }

  Path log() {
    return project.resolve("cli/target/sec-build.log");
  }

  Path lock() {
    return project.resolve("cli/.sec-build.lock");
  }

  List<String> mavenCalls() throws IOException {
    Path calls = root.resolve("maven.calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  /** A file of the project that changes after all that was built so far. */
  void changeLater(String file) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(requireNonNull(path.getParent()));
    Files.writeString(path, "");
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(5)));
  }

  Path jdk(String folder, String version) throws IOException {
    Path jdk = root.resolve(folder);
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(jdk.resolve("bin/java"), JAVA);
    script(jdk.resolve("bin/javac"), JAVA);
    return jdk;
  }

  static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  static Path tool(String name) {
    return Stream.of("/bin", "/usr/bin")
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(Path.of("/usr/bin", name));
  }

  Running start(String command, String... arguments) throws IOException {
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

  record Running(Process process, Path out, Path err) {
    Result result() throws Exception {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  record Result(int status, String out, String err) {}
}
