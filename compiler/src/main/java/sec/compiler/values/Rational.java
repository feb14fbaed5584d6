package sec.compiler.values;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact rational number in lowest terms, the denominator positive.
 *
 * @param numerator carries the sign
 * @param denominator at least 1
 */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {

  /** 0. */
  public static final Rational ZERO = of(0);

  /** 1. */
  public static final Rational ONE = of(1);

  /** Reduces to lowest terms; throws {@link ArithmeticException} when the denominator is 0. */
  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  /** The whole number {@code n}. */
  public static Rational of(long n) {
    return new Rational(BigInteger.valueOf(n), BigInteger.ONE);
  }

  /** The number that {@code literal} writes in decimal, exactly: {@code 5e-4} is 1/2000. */
  public static Rational parse(String literal) {
    return of(new BigDecimal(literal));
  }

  /** The exact value of a finite double. */
  public static Rational of(double value) {
    return of(new BigDecimal(value));
  }

  private static Rational of(BigDecimal decimal) {
    BigInteger unscaled = decimal.unscaledValue();
    int scale = decimal.scale();
    return scale >= 0
        ? new Rational(unscaled, BigInteger.TEN.pow(scale))
        : new Rational(unscaled.multiply(BigInteger.TEN.pow(-scale)), BigInteger.ONE);
  }

  /** Whether this is a whole number. */
  public boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  /** Whether this is a whole number that an {@code int} holds. */
  public boolean isInt() {
    return isWhole() && numerator.bitLength() < 32;
  }

  /** This as an {@code int}; only for what {@link #isInt()} accepts. */
  public int intValueExact() {
    if (!isWhole()) {
      throw new ArithmeticException(this + " is not whole");
    }
    return numerator.intValueExact();
  }

  /** The nearest double. */
  public double doubleValue() {
    return isWhole()
        ? numerator.doubleValue()
        : new BigDecimal(numerator)
            .divide(new BigDecimal(denominator), java.math.MathContext.DECIMAL128)
            .doubleValue();
  }

  /** This plus {@code other}. */
  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** This minus {@code other}. */
  public Rational minus(Rational other) {
    return plus(other.negate());
  }

  /** This times {@code other}. */
  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** This over {@code other}; throws {@link ArithmeticException} when that is 0. */
  public Rational over(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /** The remainder of the flooring division, with the sign of {@code other}. */
  public Rational modulo(Rational other) {
    return minus(other.times(over(other).floor()));
  }

  /** The opposite number. */
  public Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  /** The largest whole number that is not above this one. */
  public Rational floor() {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    BigInteger whole = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    return new Rational(whole, BigInteger.ONE);
  }

  /** The smallest whole number that is not below this one. */
  public Rational ceil() {
    return negate().floor().negate();
  }

  /** The nearest whole number, halves up. */
  public Rational round() {
    return plus(new Rational(BigInteger.ONE, BigInteger.TWO)).floor();
  }

  /** -1, 0 or 1. */
  public int signum() {
    return numerator.signum();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** {@code 3}, or {@code 25/4}. */
  @Override
  public String toString() {
    return isWhole() ? numerator.toString() : numerator + "/" + denominator;
  }
}
