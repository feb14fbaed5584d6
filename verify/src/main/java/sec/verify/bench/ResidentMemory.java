package sec.verify.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much of the machine's memory this process has, as Linux tells it. */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path RESET = Path.of("/proc/self/clear_refs");
  private static final String PEAK = "VmHWM:";
  private static final String NOW = "VmRSS:";

  private ResidentMemory() {}

  /** Forgets the peak so far; the present size. Empty where the system does not tell. */
  static OptionalLong start() {
    try {
      // Garbage would go for growth, or growth hide behind it.
      System.gc();
      Files.writeString(RESET, "5");
      return bytes(NOW);
    } catch (IOException | SecurityException e) {
      return OptionalLong.empty();
    }
  }

  /** The largest size since {@code start}, less that. */
  static OptionalLong growth(OptionalLong start) {
    OptionalLong peak = start.isPresent() ? bytes(PEAK) : OptionalLong.empty();
    return peak.isPresent()
        ? OptionalLong.of(Math.max(0, peak.getAsLong() - start.getAsLong()))
        : OptionalLong.empty();
  }

  private static OptionalLong bytes(String key) {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
