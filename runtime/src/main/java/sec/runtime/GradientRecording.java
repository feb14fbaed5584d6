package sec.runtime;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Whether libtorch records operations for the sake of gradients. It holds for one thread, and is on
 * in every thread but the one in which DJL loaded libtorch; what only computes, or changes weights
 * in place, has to switch it off for itself.
 */
public final class GradientRecording {
  private GradientRecording() {}

  /** Switches it off on this thread; DJL's gradient collector has it on while it is open. */
  public static void off() {
    // Loads the native library if nothing has yet.
    Engine.getInstance();
    JniUtils.setGradMode(false);
  }
}
