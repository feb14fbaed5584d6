package sec.compiler.inference;

import java.util.EnumSet;
import java.util.Set;

/** Where a model is going to run. */
public enum Target {
  /** Anywhere. */
  GENERIC("generic"),
  /**
   * ONNX Runtime on a CPU, which keeps maps in blocks of channels from one convolution to the next,
   * unless an operator stands between them that does not know such blocks.
   */
  ORT_CPU("ort-cpu");

  private final String word;

  Target(String word) {
    this.word = word;
  }

  /** The passes that help there. */
  public Set<Pass> passes() {
    Set<Pass> passes = EnumSet.noneOf(Pass.class);
    for (Pass pass : Pass.values()) {
      if (pass.target() == GENERIC || pass.target() == this) {
        passes.add(pass);
      }
    }
    return passes;
  }

  /** As users write it. */
  @Override
  public String toString() {
    return word;
  }
}
