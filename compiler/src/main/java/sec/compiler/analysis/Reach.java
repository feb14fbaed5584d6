package sec.compiler.analysis;

import org.jspecify.annotations.Nullable;
import sec.compiler.values.Rational;

/**
 * How much of the input an element of a value depends on, along the height or the width.
 *
 * @param near by windows; null where every way from the input goes through all of the axis
 * @param everywhere whether some way does so: a mean over the map, a softmax over places
 */
public record Reach(@Nullable Near near, boolean everywhere) {
  /** That of the input: each element is itself. */
  static final Reach START = new Reach(new Near(Rational.ONE, Rational.ONE), false);

  /** All of the axis, and by no other way. */
  static final Reach ALL = new Reach(null, true);

  /**
   * What windows see, borders aside: the longest way of convolutions and pools decides.
   *
   * @param size elements of the input from the first to the last
   * @param step elements of the input from one element of the value to the next
   */
  public record Near(Rational size, Rational step) {
    Near window(int elements, Rational stride) {
      return new Near(size.plus(step.times(Rational.of(elements - 1L))), step.times(stride));
    }

    Near or(Near other) {
      return new Near(larger(size, other.size), larger(step, other.step));
    }

    private static Rational larger(Rational a, Rational b) {
      return a.compareTo(b) < 0 ? b : a;
    }
  }

  /** After a window of so many elements, which moves by {@code stride} of them. */
  Reach window(int elements, Rational stride) {
    return near == null ? this : new Reach(near.window(elements, stride), everywhere);
  }

  /** After something in which all elements of the axis meet, each keeping its place. */
  Reach mixed() {
    return new Reach(near, true);
  }

  /** Of what depends on both. */
  Reach or(Reach other) {
    Near both = near == null ? other.near : other.near == null ? near : near.or(other.near);
    return new Reach(both, everywhere || other.everywhere);
  }

  /** Elements that windows see, a part of one counted as one; 0 where only {@link #everywhere}. */
  public long elements() {
    return near == null ? 0 : near.size().ceil().numerator().longValueExact();
  }
}
