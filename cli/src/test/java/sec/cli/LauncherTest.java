package sec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The script {@code sec} in a copy of the project's folders, with a Maven and a Java that only say
 * how they were called, on a machine that has nothing but those and the tools of POSIX.
 */
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "there it is sec.cmd, which LauncherScriptsTest holds to this script")
class LauncherTest extends LauncherMachine {
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
            root.resolve("jdk")
                + ": -q -B -Dmaven.test.skip=true -P !static-analysis -pl cli -am package"),
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
  void shortCommandsGoWithoutTheSecondCompiler() throws Exception {
    String option = "[-XX:TieredStopAtLevel=1]\n";
    environment.put("SEC_JAVA_OPTS", "-XX:TieredStopAtLevel=4");

    String check = sec("check", "a.senet").out();
    int brief = check.indexOf(option);
    assertTrue(brief >= 0 && brief < check.indexOf("[-XX:TieredStopAtLevel=4]\n"), check);
    assertFalse(sec("train", "check").out().contains(option));
  }

  @Test
  void trainingKeepsItsMemory() throws Exception {
    assertTrue(sec("train", "ThreeLayerSE").out().contains("\narenas 1, maps 0\n"));
    assertTrue(sec("check", "a.senet").out().contains("\narenas any, maps any\n"));

    environment.put("MALLOC_ARENA_MAX", "4");
    assertTrue(sec("train", "ThreeLayerSE").out().contains("\narenas 4, maps 0\n"));
  }

  @Test
  void trainingWaitsBrieflyBeforeItSleeps() throws Exception {
    assertTrue(sec("train", "ThreeLayerSE").out().contains("\nturns 10000, then PASSIVE\n"));
    assertTrue(sec("bench", "ThreeLayerSE").out().contains("\nturns any, then PASSIVE\n"));

    environment.put("GOMP_SPINCOUNT", "7");
    assertTrue(sec("train", "ThreeLayerSE").out().contains("\nturns 7, then PASSIVE\n"));

    environment.remove("GOMP_SPINCOUNT");
    environment.put("OMP_WAIT_POLICY", "ACTIVE");
    assertTrue(sec("train", "ThreeLayerSE").out().contains("\nturns any, then ACTIVE\n"));

    environment.remove("OMP_WAIT_POLICY");
    environment.putAll(Map.of("SYSTEM", "Darwin", "CPU", "arm64"));
    assertTrue(sec("train", "ThreeLayerSE").out().contains("\nturns any, then PASSIVE\n"));
  }

  @Test
  void keepsTheWarningOfNewerJavaOut() throws Exception {
    String option = "[--sun-misc-unsafe-memory-access=allow]\n";
    assertFalse(sec().out().contains(option), "Java 21 does not know it");

    environment.put("JAVA_HOME", jdk("new", "24.0.1").toString());
    assertTrue(sec().out().contains(option));
  }

  @Test
  void keepsWhatJavaMadeOfTheFirstStart() throws Exception {
    environment.put("KEEPS", "yes");
    Path target = project.resolve("cli/target");
    String classes = "[-XX:SharedArchiveFile=" + target.resolve("sec.jsa") + "]\n";
    assertTrue(sec().out().contains(classes));

    environment.put("JAVA_HOME", jdk("new", "25").toString());
    assertFalse(sec().out().contains("sec.jsa"), "another Java cannot read it");

    changeLater("compiler/src/main/java/A.java");
    String linked = "[-XX:AOTCache=" + target.resolve("sec.aot") + "]\n";
    assertTrue(sec().out().contains(linked));
    assertFalse(Files.exists(target.resolve("sec.jsa")), "it is of the old classes");
  }

  @Test
  void tellsThatStandardErrorIsNoTerminal() throws Exception {
    assertTrue(sec().out().contains("[-Dsec.terminal.columns=0]\n"));
  }

  @Test
  void tellsHowWideTheTerminalIs() throws Exception {
    Path terminal = tool("script"); // which runs a command on a terminal of its own
    assumeTrue(OS.LINUX.isCurrentOs() && Files.isExecutable(terminal));
    sec();
    String out = root.resolve("columns").toString();
    for (List<String> width : List.of(List.of("57", "57"), List.of("0", "80"))) {
      String command = "stty cols %s; '%s' >'%s'".formatted(width.getFirst(), launcher(), out);
      Result result = start(terminal.toString(), "-qec", command, "/dev/null").result();

      assertEquals(0, result.status(), result.out());
      String given = Files.readString(Path.of(out));
      assertTrue(given.contains("[-Dsec.terminal.columns=" + width.getLast() + "]\n"), given);
    }
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
}
