package sec.compiler.backend.djl;

import java.math.BigInteger;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A whole number as Java says it: a constant, or the text of an {@code int} expression.
 *
 * @param text Java
 * @param precedence of its outermost operator
 * @param constant its value where it is known; null elsewhere
 * @param names the variables it mentions
 */
record Whole(String text, Precedence precedence, @Nullable BigInteger constant, Set<String> names) {

  /** From the loosest to the tightest. */
  enum Precedence {
    CHOICE,
    SUM,
    PRODUCT,
    ATOM
  }

  /** Stands among the names of a number that has no text. */
  static final String UNKNOWN = "?";

  static final Whole ZERO = of(0);
  static final Whole ONE = of(1);

  static Whole of(long value) {
    return of(BigInteger.valueOf(value));
  }

  static Whole of(BigInteger value) {
    return new Whole(value.toString(), Precedence.ATOM, value, Set.of());
  }

  /** A number that has no one text; only its use is an error. */
  static Whole unknown(String why) {
    return new Whole("<" + why + ">", Precedence.ATOM, null, Set.of(UNKNOWN));
  }

  static Whole variable(String name) {
    return new Whole(name, Precedence.ATOM, null, Set.of(name));
  }

  boolean is(long value) {
    return constant != null && constant.equals(BigInteger.valueOf(value));
  }

  /** The text, in parentheses where {@code outer} binds at least as tightly. */
  String within(Precedence outer) {
    boolean negative = constant != null && constant.signum() < 0 && outer != Precedence.CHOICE;
    return precedence.compareTo(outer) < 0 || negative ? "(" + text + ")" : text;
  }

  Whole plus(Whole other) {
    if (constant != null && other.constant != null) {
      return of(constant.add(other.constant));
    }
    if (is(0)) {
      return other;
    }
    if (other.is(0)) {
      return this;
    }
    if (other.constant != null && other.constant.signum() < 0) {
      return join(" - ", of(other.constant.negate()), Precedence.SUM, Precedence.SUM);
    }
    return join(" + ", other, Precedence.SUM, Precedence.SUM);
  }

  Whole minus(Whole other) {
    if (other.constant != null) {
      return plus(of(other.constant.negate()));
    }
    return text.equals(other.text) ? ZERO : join(" - ", other, Precedence.SUM, Precedence.PRODUCT);
  }

  Whole times(Whole other) {
    if (constant != null && other.constant != null) {
      return of(constant.multiply(other.constant));
    }
    if (is(0) || other.is(0)) {
      return ZERO;
    }
    if (is(1)) {
      return other;
    }
    if (other.is(1)) {
      return this;
    }
    return join(" * ", other, Precedence.PRODUCT, Precedence.PRODUCT);
  }

  /** The quotient, rounded towards zero as Java does. */
  Whole over(Whole other) {
    if (other.is(1)) {
      return this;
    }
    if (constant != null && other.constant != null && other.constant.signum() != 0) {
      return of(constant.divide(other.constant));
    }
    return join(" / ", other, Precedence.PRODUCT, Precedence.ATOM);
  }

  /** A call of a static method of {@link Math} with one or two arguments. */
  static Whole call(String method, Whole a, @Nullable Whole b) {
    String text = method + "(" + a.text + (b == null ? "" : ", " + b.text) + ")";
    return new Whole(text, Precedence.ATOM, null, b == null ? a.names : union(a, b));
  }

  /** {@code condition ? this : other}. */
  Whole choice(String condition, Set<String> names, Whole other) {
    if (text.equals(other.text)) {
      return this;
    }
    Set<String> all = new TreeSet<>(union(this, other));
    all.addAll(names);
    String choice =
        condition + " ? " + within(Precedence.SUM) + " : " + other.within(Precedence.CHOICE);
    return new Whole(choice, Precedence.CHOICE, null, all);
  }

  private Whole join(String operator, Whole other, Precedence own, Precedence right) {
    return new Whole(within(own) + operator + other.within(right), own, null, union(this, other));
  }

  private static Set<String> union(Whole a, Whole b) {
    Set<String> names = new TreeSet<>(a.names);
    names.addAll(b.names);
    return names;
  }
}
