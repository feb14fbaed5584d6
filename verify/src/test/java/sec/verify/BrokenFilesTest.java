package sec.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A sound file, broken in one way after the other: the check meant for that way says what it is.
 */
class BrokenFilesTest {
  private static final long SEED = 3;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  /** Else what is found in the others might have been there before. */
  @ParameterizedTest
  @EnumSource
  void soundFilesPass(SoundFile sound) throws IOException {
    assertEquals(List.of(), FileVerification.of(sound.write(folder), SEED).failures());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breakages")
  void brokenFileIsCaught(Breakage breakage) throws IOException {
    Path file = breakage.write(folder);
    Verification verification = FileVerification.of(file, SEED);
    assertTrue(
        verification.failures().stream().anyMatch(breakage::isSaidBy),
        () -> "not said: " + breakage.said() + "; but " + verification.failures());
  }

  static Stream<Breakage> breakages() {
    return Stream.of(
            BrokenStructure.all(), BrokenTensors.all(), BrokenFunctions.all(), brokenBytes())
        .flatMap(List::stream);
  }

  private static List<Breakage> brokenBytes() {
    return List.of(
        Breakage.ofBytes("empty", bytes -> new byte[0], Check.LINT, "no graph"),
        Breakage.ofBytes(
            "text",
            bytes -> "hello, world\n".repeat(9).getBytes(StandardCharsets.UTF_8),
            Check.LINT,
            "no ONNX model"),
        Breakage.ofBytes(
            "cut off", bytes -> Arrays.copyOf(bytes, bytes.length / 2), Check.LINT, "cut off"),
        Breakage.ofBytes(
            "a byte too few",
            bytes -> Arrays.copyOf(bytes, bytes.length - 1),
            Check.LINT,
            "cut off"));
  }
}
