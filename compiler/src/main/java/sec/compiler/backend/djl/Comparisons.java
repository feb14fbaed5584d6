package sec.compiler.backend.djl;

import sec.compiler.syntax.Expression;

/** Says comparisons of the language in Java. */
final class Comparisons {
  private Comparisons() {}

  /** {@code <}, {@code <=}, {@code >} or {@code >=}. */
  static Term.Truth order(Expression.Binary binary, Term left, Term right) {
    String operator = binary.operator().word();
    if (left instanceof Term.Real || right instanceof Term.Real) {
      return new Term.Truth(
          Terms.real(left).text() + " " + operator + " " + Terms.real(right).text(),
          null,
          Terms.union(left, right));
    }
    Term.Quotient a = Terms.number(left, binary.left().span().text());
    Term.Quotient b = Terms.number(right, binary.right().span().text());
    // Over a common denominator, which is positive wherever sizes and counts are meant.
    Whole x = a.numerator().times(b.denominator());
    Whole y = b.numerator().times(a.denominator());
    if (x.constant() != null && y.constant() != null) {
      int order = x.constant().compareTo(y.constant());
      return Term.Truth.of(
          switch (binary.operator()) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
          });
    }
    return new Term.Truth(compared(x, operator, y), null, Terms.union(a, b));
  }

  static String compared(Whole x, String operator, Whole y) {
    return x.within(Whole.Precedence.SUM) + " " + operator + " " + y.within(Whole.Precedence.SUM);
  }

  /** {@code ==}, or {@code !=} when equality is not {@code wanted}. */
  static Term.Truth equality(Term left, Term right, boolean wanted, String written) {
    if (left instanceof Term.Quotient a && right instanceof Term.Quotient b) {
      Whole x = a.numerator().times(b.denominator());
      Whole y = b.numerator().times(a.denominator());
      return x.constant() != null && y.constant() != null
          ? Term.Truth.of(x.constant().equals(y.constant()) == wanted)
          : new Term.Truth(compared(x, wanted ? "==" : "!=", y), null, Terms.union(a, b));
    }
    if (left instanceof Term.Text a && right instanceof Term.Text b) {
      return a.constant() != null && b.constant() != null
          ? Term.Truth.of(a.constant().equals(b.constant()) == wanted)
          : new Term.Truth((wanted ? "" : "!") + equal(a, b), null, Terms.union(a, b));
    }
    if (left instanceof Term.Truth a && right instanceof Term.Truth b) {
      return a.constant() != null && b.constant() != null
          ? Term.Truth.of(a.constant().equals(b.constant()) == wanted)
          : new Term.Truth(
              a.grouped() + (wanted ? " == " : " != ") + b.grouped(), null, Terms.union(a, b));
    }
    if (isNumber(left) && isNumber(right)) {
      return new Term.Truth(
          Terms.real(left).text() + (wanted ? " == " : " != ") + Terms.real(right).text(),
          null,
          Terms.union(left, right));
    }
    if (left instanceof Term.Nothing || right instanceof Term.Nothing) {
      boolean known = left instanceof Term.Nothing && right instanceof Term.Nothing;
      boolean variable = isReference(left) || isReference(right);
      return known || !variable
          ? Term.Truth.of(known == wanted)
          : new Term.Truth(
              left.text() + (wanted ? " == " : " != ") + right.text(),
              null,
              Terms.union(left, right));
    }
    if (left instanceof Term.Items a && right instanceof Term.Items b) {
      return equality(a, b, wanted, written);
    }
    throw new NotOneClassException(written + " compares lists");
  }

  private static Term.Truth equality(
      Term.Items left, Term.Items right, boolean wanted, String written) {
    boolean equal = left.items().size() == right.items().size();
    for (int i = 0; equal && i < left.items().size(); i++) {
      Boolean same = equality(left.items().get(i), right.items().get(i), true, written).constant();
      if (same == null) {
        throw new NotOneClassException(written + " compares lists");
      }
      equal = same;
    }
    return Term.Truth.of(equal == wanted);
  }

  /** The constant first, so that a string which is null is not asked. */
  private static String equal(Term.Text a, Term.Text b) {
    if (a.constant() == null && b.constant() == null) {
      return "java.util.Objects.equals(" + a.text() + ", " + b.text() + ")";
    }
    return a.constant() != null
        ? a.text() + ".equals(" + b.text() + ")"
        : b.text() + ".equals(" + a.text() + ")";
  }

  /** What is null in Java when it is not given. */
  private static boolean isReference(Term term) {
    return term instanceof Term.Variable
        || (term instanceof Term.Text text && text.constant() == null);
  }

  private static boolean isNumber(Term term) {
    return term instanceof Term.Real || term instanceof Term.Quotient;
  }
}
