package sec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A lack of memory is said in a sentence, with what to do, by whichever command. */
class MemoryTest {
  @Test
  void saysWhatToDo() {
    CommandLine command = Main.commandLine();
    StringWriter err = new StringWriter();
    command.setErr(new PrintWriter(err));
    command.setExecutionStrategy(
        Failures.sayingMemory(
            parsed -> {
              throw new OutOfMemoryError("Java heap space");
            }));
    assertEquals(ExitCode.ENVIRONMENT, command.execute("list"));
    assertTrue(err.toString().contains("SEC_JAVA_OPTS=-Xmx2g"), err::toString);
    assertEquals(1, err.toString().lines().count(), err::toString);
  }
}
