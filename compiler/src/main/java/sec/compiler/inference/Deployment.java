package sec.compiler.inference;

import java.util.Set;

/** From a network as it is trained to one that only answers. */
public final class Deployment {
  private Deployment() {}

  /**
   * The model after these passes, in their order, and again while one of them finds something to
   * do: what one leaves may be what another was waiting for.
   */
  public static Model of(Model model, Set<Pass> passes) {
    Model rewritten = model;
    Model before;
    do {
      before = rewritten;
      for (Pass pass : Pass.values()) {
        if (passes.contains(pass)) {
          rewritten = pass.apply(rewritten);
        }
      }
    } while (!rewritten.equals(before));
    return rewritten;
  }
}
