package sec.runtime.training;

import ai.djl.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sec.compiler.backend.torchscript.Precision;

/** In what a network can be trained, by the names users type. */
public final class Precisions {
  /** What Linux calls instructions that multiply in bfloat16. */
  private static final Set<String> FAST = Set.of("avx512_bf16", "amx_bf16");

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Precisions() {}

  /**
   * The precision of a name.
   *
   * @param name {@code fp32}, {@code bf16}, {@code fp16}, which CPUs cannot train in, or {@code
   *     auto}: bf16 where the device is made for it, else fp32
   * @throws IllegalArgumentException if it is no such name, or the device cannot do it
   */
  public static Precision parse(String name, Device device) {
    return parse(
        name, device.isGpu(), name.equals("auto") && !device.isGpu() ? flags() : List.of());
  }

  static Precision parse(String name, boolean gpu, List<String> flags) {
    return switch (name) {
      case "auto" ->
          gpu || flags.stream().anyMatch(FAST::contains) ? Precision.BF16 : Precision.FP32;
      case "fp32" -> Precision.FP32;
      case "bf16" -> Precision.BF16;
      case "fp16" -> {
        if (!gpu) {
          throw new IllegalArgumentException(
              "fp16 needs a GPU: CPUs have no fast half precision; take bf16 or fp32 there, or a GPU"
                  + " by --device gpu");
        }
        yield Precision.FP16;
      }
      default ->
          throw new IllegalArgumentException(
              "there is no precision \"" + name + "\"; it is auto, bf16, fp16 or fp32");
    };
  }

  /** What Linux says that the first processor can do; nothing where there is no such file. */
  private static List<String> flags() {
    try (var lines = Files.lines(PROCESSORS, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("flags"))
          .findFirst()
          .map(line -> Arrays.asList(line.substring(line.indexOf(':') + 1).strip().split(" ", -1)))
          .orElse(List.of());
    } catch (IOException e) {
      return List.of();
    }
  }
}
