package sec.compiler.syntax;

import java.util.List;
import sec.compiler.source.Span;
import sec.compiler.values.Value;

/** A number, condition, string, list or block value, known at compile time. */
public sealed interface Expression {

  /** All of it. */
  Span span();

  /**
   * A literal.
   *
   * @param span all of it
   * @param value what it says
   * @param decimal whether a number is written with a point or an exponent
   */
  record Literal(Span span, Value value, boolean decimal) implements Expression {}

  /**
   * A parameter, {@code C H W}, a size of a bound value ({@code x.C}), or a bound value, operator
   * or block where one of those is meant.
   *
   * @param name the words
   */
  record Reference(QualifiedName name) implements Expression {
    @Override
    public Span span() {
      return name.span();
    }
  }

  /**
   * {@code max(a, b)}, or an operator or block with arguments where one is meant: {@code SE(r =
   * 8)}.
   *
   * @param span all of it
   * @param function its name
   * @param arguments in order
   */
  record Call(Span span, QualifiedName function, List<Element.Argument> arguments)
      implements Expression {
    /** Keeps a copy. */
    public Call {
      arguments = List.copyOf(arguments);
    }

    /** The values of the arguments. */
    public List<Expression> values() {
      return arguments.stream().map(Element.Argument::value).toList();
    }
  }

  /**
   * {@code < ... >} where a block is meant.
   *
   * @param body its statements
   */
  record Block(Body body) implements Expression {
    @Override
    public Span span() {
      return body.span();
    }
  }

  /** What a later stage puts where a word stood whose meaning it knows. The parser makes none. */
  non-sealed interface Resolved extends Expression {}

  /**
   * {@code [a, b]}.
   *
   * @param span all of it
   * @param items in order
   */
  record Listing(Span span, List<Expression> items) implements Expression {}

  /**
   * {@code xs[i]}.
   *
   * @param span all of it
   * @param list the list
   * @param index from 0
   */
  record Index(Span span, Expression list, Expression index) implements Expression {}

  /**
   * {@code -x} or {@code not x}.
   *
   * @param span all of it
   * @param operator which
   * @param operand of what
   */
  record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {}

  /**
   * {@code a + b}, {@code a < b}, {@code a and b}.
   *
   * @param span all of it
   * @param operator which
   * @param left before it
   * @param right after it
   */
  record Binary(Span span, BinaryOperator operator, Expression left, Expression right)
      implements Expression {}

  /**
   * {@code if (condition) a else b}.
   *
   * @param span all of it
   * @param condition what decides
   * @param then when it holds
   * @param otherwise when it does not
   */
  record Choice(Span span, Expression condition, Expression then, Expression otherwise)
      implements Expression {}

  /** Operators of one operand. */
  enum UnaryOperator {
    /** Minus. */
    NEGATE,
    /** Not. */
    NOT
  }

  /** Operators of two operands, by their word. */
  enum BinaryOperator {
    /** Sum. */
    PLUS("+"),
    /** Difference. */
    MINUS("-"),
    /** Product. */
    TIMES("*"),
    /** Exact quotient. */
    OVER("/"),
    /** Remainder of the flooring division. */
    MODULO("%"),
    /** The whole numbers from one to the other, both included. */
    RANGE(".."),
    /** Less. */
    LESS("<"),
    /** Less or equal. */
    AT_MOST("<="),
    /** Greater. */
    GREATER(">"),
    /** Greater or equal. */
    AT_LEAST(">="),
    /** Equal, of any kind. */
    EQUAL("=="),
    /** Not equal. */
    UNEQUAL("!="),
    /** Both; the right one is looked at only when the left one holds. */
    AND("and"),
    /** One of them; the right one is looked at only when the left one does not hold. */
    OR("or");

    private final String word;

    BinaryOperator(String word) {
      this.word = word;
    }

    /** As it is written. */
    public String word() {
      return word;
    }
  }
}
