package sec.runtime;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/** How many threads libtorch computes an operation with. */
public final class NativeThreads {
  private NativeThreads() {}

  /** From now on so many, in the whole process. */
  public static void use(int threads) {
    // Loads the native library if nothing has yet.
    Engine.getInstance();
    JniUtils.setNumThreads(threads);
  }
}
