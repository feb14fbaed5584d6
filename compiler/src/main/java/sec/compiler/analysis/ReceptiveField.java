package sec.compiler.analysis;

import java.util.Optional;

/**
 * The part of the input that one element of a value depends on, in the limit of a large input: rows
 * and columns of pixels that windows see along the longest way, and whether there is also a way on
 * which all of them meet, as there is behind every squeeze.
 *
 * <p>Height and width are the input's, behind a {@code transpose}, too. Upsampling makes the steps
 * shorter; a part of a pixel counts as one.
 *
 * @param height along the height
 * @param width along the width
 */
public record ReceptiveField(Reach height, Reach width) {

  /** Of what depends on two values. */
  ReceptiveField or(ReceptiveField other) {
    return new ReceptiveField(height.or(other.height), width.or(other.width));
  }

  /** Whether an element depends on every place of the input. */
  public boolean isGlobal() {
    return height.everywhere() && width.everywhere();
  }

  /** Rows and columns that windows see; empty where every way goes through a mean or the like. */
  public Optional<long[]> window() {
    return height.near() == null && width.near() == null
        ? Optional.empty()
        : Optional.of(new long[] {height.elements(), width.elements()});
  }

  /** {@code 427×427}, {@code 427×427, all}, {@code all}; one axis alone may be {@code all}. */
  @Override
  public String toString() {
    String windows = text(height) + "×" + text(width);
    if (window().isEmpty()) {
      return isGlobal() ? "all" : windows;
    }
    return isGlobal() && height.near() != null && width.near() != null
        ? windows + ", all"
        : windows;
  }

  private static String text(Reach reach) {
    return reach.near() == null ? "all" : Long.toString(reach.elements());
  }
}
