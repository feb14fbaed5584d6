package sec.compiler.backend.djl;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sec.compiler.model.Element;
import sec.compiler.values.Rational;

/** An expression of the language as Java says it. */
sealed interface Term {

  /** Java for it. */
  String text();

  /** The variables it mentions. */
  Set<String> names();

  /**
   * A rational number made of whole ones: exact, where Java's integer division is not.
   *
   * @param numerator above the line
   * @param denominator below it; never 0
   */
  record Quotient(Whole numerator, Whole denominator) implements Term {

    static Quotient of(Whole whole) {
      return new Quotient(whole, Whole.ONE);
    }

    static Quotient of(long whole) {
      return of(Whole.of(whole));
    }

    /** As an {@code int}, for where the language asks for a whole number. */
    Whole whole() {
      return numerator.over(denominator);
    }

    boolean isWhole() {
      return denominator.is(1);
    }

    Quotient plus(Quotient other) {
      return denominator.text().equals(other.denominator.text())
          ? new Quotient(numerator.plus(other.numerator), denominator)
          : new Quotient(
              numerator.times(other.denominator).plus(other.numerator.times(denominator)),
              denominator.times(other.denominator));
    }

    Quotient minus(Quotient other) {
      return denominator.text().equals(other.denominator.text())
          ? new Quotient(numerator.minus(other.numerator), denominator)
          : new Quotient(
              numerator.times(other.denominator).minus(other.numerator.times(denominator)),
              denominator.times(other.denominator));
    }

    Quotient times(Quotient other) {
      return new Quotient(numerator.times(other.numerator), denominator.times(other.denominator));
    }

    Quotient over(Quotient other) {
      // The constant first: 2 * c reads better than c * 2.
      return other.denominator.constant() != null && numerator.constant() == null
          ? new Quotient(other.denominator.times(numerator), denominator.times(other.numerator))
          : new Quotient(numerator.times(other.denominator), denominator.times(other.numerator));
    }

    @Override
    public String text() {
      return whole().text();
    }

    @Override
    public Set<String> names() {
      Set<String> names = new TreeSet<>(numerator.names());
      names.addAll(denominator.names());
      return names;
    }

    /** Its value; only where it mentions no variables. */
    Rational constant() {
      if (numerator.constant() == null || denominator.constant() == null) {
        throw new IllegalStateException(text());
      }
      return new Rational(numerator.constant(), denominator.constant());
    }

    /** As a {@code double}. */
    Real real() {
      if (numerator.constant() != null && denominator.constant() != null) {
        return Real.of(new Rational(numerator.constant(), denominator.constant()).doubleValue());
      }
      String text =
          isWhole()
              ? numerator.text()
              : "(double) "
                  + numerator.within(Whole.Precedence.ATOM)
                  + " / "
                  + denominator.within(Whole.Precedence.ATOM);
      return new Real(text, names());
    }
  }

  /**
   * A real number.
   *
   * @param text a {@code double} expression
   * @param names the variables it mentions
   */
  record Real(String text, Set<String> names) implements Term {
    static Real of(double value) {
      String text = Double.toString(value);
      return new Real(text, Set.of());
    }
  }

  /**
   * A condition.
   *
   * @param text a {@code boolean} expression
   * @param constant its value where it is known
   * @param names the variables it mentions
   */
  record Truth(String text, @Nullable Boolean constant, Set<String> names) implements Term {
    static Truth of(boolean value) {
      return new Truth(Boolean.toString(value), value, Set.of());
    }

    boolean isSimple() {
      return text.matches("[\\w.!]+");
    }

    String grouped() {
      return isSimple() ? text : "(" + text + ")";
    }
  }

  /**
   * A string.
   *
   * @param text a {@code String} expression
   * @param constant its value where it is known
   * @param names the variables it mentions
   */
  record Text(String text, @Nullable String constant, Set<String> names) implements Term {}

  /**
   * A list with its items known one by one.
   *
   * @param items in order
   */
  record Items(List<Term> items) implements Term {
    @Override
    public String text() {
      if (!items.stream().allMatch(item -> item instanceof Quotient number && number.isWhole())) {
        throw new NotOneClassException("a list of more than whole numbers is a value");
      }
      return items.stream().map(Term::text).collect(Collectors.joining(", ", "new int[] {", "}"));
    }

    @Override
    public Set<String> names() {
      Set<String> names = new TreeSet<>();
      items.forEach(item -> names.addAll(item.names()));
      return names;
    }
  }

  /**
   * A list of whole numbers, or a height and width, in a variable.
   *
   * @param text the variable, or a choice between some
   * @param names the variables it mentions
   * @param size whether it is a DJL shape of height and width, and not an array
   * @param perhaps whether it may be null: not given
   */
  record Variable(String text, Set<String> names, boolean size, boolean perhaps) implements Term {}

  /**
   * An operator or block that is given to another one.
   *
   * @param element what a use of it does
   * @param visible what names mean in it
   */
  record Given(Element element, Map<String, Term> visible) implements Term {
    /** Blocks that are given to blocks that are given, and so on. */
    private static final int DEEPEST = 3;

    @Override
    public String text() {
      return element.span().text();
    }

    /** The same where no variables are seen, as in another class. */
    Given closed() {
      return closed(DEEPEST);
    }

    private Given closed(int depth) {
      Map<String, Term> constants = new TreeMap<>();
      visible.forEach(
          (name, value) -> {
            if (value instanceof Given given && depth > 0) {
              constants.put(name, given.closed(depth - 1));
            } else if (!(value instanceof Given) && value.names().isEmpty()) {
              constants.put(name, value);
            }
          });
      return new Given(element, constants);
    }

    /** The variables are told when it is written. */
    @Override
    public Set<String> names() {
      return Set.of();
    }
  }

  /**
   * An operator or block that was given, in a variable: what makes it.
   *
   * @param text the variable
   * @param names the variable
   */
  record Maker(String text, Set<String> names) implements Term {}

  /** "Not given". */
  record Nothing() implements Term {
    @Override
    public String text() {
      return "null";
    }

    @Override
    public Set<String> names() {
      return Set.of();
    }
  }
}
