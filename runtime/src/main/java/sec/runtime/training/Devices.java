package sec.runtime.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sec.runtime.EnvironmentException;

/** The devices a network can run on, by the names users type. */
public final class Devices {
  private static final Pattern NAME = Pattern.compile("auto|cpu|gpu(?::(\\d{1,4}))?");

  private Devices() {}

  /**
   * The device of a name.
   *
   * @param name {@code auto} (the first GPU if there is one, else the CPU), {@code cpu}, {@code
   *     gpu} or {@code gpu:N}, with N from 0
   * @throws IllegalArgumentException if it is no such name
   * @throws EnvironmentException if the GPU is not there
   */
  public static Device parse(String name) throws EnvironmentException {
    // The CPU needs no look at the engine, which takes a second to load.
    return parse(name, name.equals("cpu") ? 0 : Engine.getInstance().getGpuCount());
  }

  static Device parse(String name, int gpus) throws EnvironmentException {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "there is no device \"" + name + "\"; it is auto, cpu, gpu, or gpu:N with N from 0");
    }
    if (name.equals("cpu") || (name.equals("auto") && gpus == 0)) {
      return Device.cpu();
    }
    int number = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    if (number < gpus) {
      return Device.gpu(number);
    }
    throw new EnvironmentException(
        gpus == 0
            ? "The device "
                + name
                + " is not there: libtorch sees no GPU. This is libtorch "
                + Engine.getInstance().getVersion()
                + ", of which a build for CUDA is needed, such as "
                + "libtorch-shared-with-deps for cu128 from pytorch.org, and a driver; how to use it"
                + " is in \"Training on a GPU\" of docs/guide.md. Without one there is --device cpu."
            : "The device "
                + name
                + " is not there: libtorch sees "
                + gpus
                + " (gpu:0 to gpu:"
                + (gpus - 1)
                + ").");
  }
}
