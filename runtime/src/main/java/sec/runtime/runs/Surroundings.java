package sec.runtime.runs;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import sec.compiler.Version;

/** The machine and the software that a training's last bits depend on. */
final class Surroundings {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Surroundings() {}

  /** By name; loads the tensor library if nothing has yet. */
  static Map<String, String> of(Device device) {
    Map<String, String> surroundings = new LinkedHashMap<>();
    surroundings.put("sec", Version.current());
    surroundings.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    surroundings.put("processor", processor());
    surroundings.put(
        "device",
        device.isGpu()
            ? device
                + " of compute capability "
                + CudaUtils.getComputeCapability(device.getDeviceId())
            : device.toString());
    surroundings.put("djl", Engine.getDjlVersion());
    surroundings.put(
        "libtorch",
        Engine.getInstance().getVersion()
            + (CudaUtils.hasCuda() ? " CUDA " + CudaUtils.getCudaVersionString() : " CPU"));
    surroundings.put("threads", Integer.toString(JniUtils.getNumThreads()));
    return surroundings;
  }

  /** The model's name where the system tells it; what kind it is elsewhere. */
  private static String processor() {
    if (Files.isReadable(PROCESSORS)) {
      try (Stream<String> lines = Files.lines(PROCESSORS)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
      } catch (IOException e) {
        return System.getProperty("os.arch");
      }
    }
    return System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", System.getProperty("os.arch"));
  }
}
