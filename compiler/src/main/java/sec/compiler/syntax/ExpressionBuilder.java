package sec.compiler.syntax;

import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.source.Source;
import sec.compiler.source.Span;
import sec.compiler.values.Rational;
import sec.compiler.values.Value;
import sec.grammar.SenetParser.*;

/** Makes the syntax tree of names and expressions from ANTLR's parse tree. */
final class ExpressionBuilder {
  /** Longer exponents would let a few characters stand for gigabytes of digits. */
  private static final int LONGEST_NUMBER = 40;

  private static final int LARGEST_EXPONENT = 400;

  /** Steps inside one another; a long sum counts one for each term. */
  private static final int DEEPEST = 300;

  private final Source source;
  private final Diagnostics diagnostics;
  private final Function<BodyContext, Body> bodies;
  private int depth;

  /** Makes a builder that leaves the bodies inside of expressions to {@code bodies}. */
  ExpressionBuilder(Source source, Diagnostics diagnostics, Function<BodyContext, Body> bodies) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.bodies = bodies;
  }

  Span span(TerminalNode node) {
    return source.span(node.getSymbol().getStartIndex(), node.getSymbol().getStopIndex() + 1);
  }

  private Span span(ParserRuleContext context) {
    return SyntaxBuilder.span(source, context);
  }

  Name name(NameContext context) {
    return new Name(span(context), context.getText());
  }

  QualifiedName qualifiedName(QualifiedNameContext context) {
    return new QualifiedName(span(context), context.name().stream().map(this::name).toList());
  }

  Expression list(ListContext context) {
    return new Expression.Listing(
        span(context), context.value().stream().map(this::value).toList());
  }

  Expression value(ValueContext context) {
    return context.body() == null ? expression(context.expression()) : block(context.body());
  }

  Expression assigned(AssignmentContext context) {
    return context.body() == null ? condition(context.condition()) : block(context.body());
  }

  private Expression block(BodyContext context) {
    descend(context);
    Expression block = new Expression.Block(bodies.apply(context));
    depth--;
    return block;
  }

  Element.Argument argument(ArgumentContext context) {
    return new Element.Argument(
        context.name() == null ? null : name(context.name()), value(context.value()));
  }

  List<Element.Argument> arguments(@Nullable ArgumentsContext context) {
    return context == null ? List.of() : context.argument().stream().map(this::argument).toList();
  }

  Expression count(CountContext context) {
    return switch (context) {
      case LiteralCountContext c -> number(c.NUMBER());
      case NameCountContext c -> {
        Name name = name(c.name());
        Expression reference =
            new Expression.Reference(new QualifiedName(name.span(), List.of(name)));
        yield c.expression() == null
            ? reference
            : new Expression.Index(span(c), reference, expression(c.expression()));
      }
      case ExpressionCountContext c -> expression(c.expression());
      default -> throw new IllegalStateException(context.getClass().getName());
    };
  }

  Expression expression(ExpressionContext context) {
    descend(context);
    Expression expression = built(context);
    depth--;
    return expression;
  }

  /** Long rows of operators nest, too, and every later stage follows them step by step. */
  private void descend(ParserRuleContext context) {
    if (++depth > DEEPEST) {
      Token first = context.getStart();
      throw TextLimitException.nesting(
          source.span(first.getStartIndex(), first.getStopIndex() + 1),
          "an expression of more than " + DEEPEST + " steps begins here",
          "compute parts of it in parameters with defaults");
    }
  }

  private Expression built(ExpressionContext context) {
    Span span = span(context);
    return switch (context) {
      case NegationContext c ->
          new Expression.Unary(span, Expression.UnaryOperator.NEGATE, expression(c.expression()));
      case IndexingContext c ->
          new Expression.Index(span, expression(c.expression(0)), expression(c.expression(1)));
      case ProductContext c ->
          binary(span, c.op.getText(), expression(c.expression(0)), expression(c.expression(1)));
      case TotalContext c ->
          binary(span, c.op.getText(), expression(c.expression(0)), expression(c.expression(1)));
      case RangeContext c ->
          binary(span, "..", expression(c.expression(0)), expression(c.expression(1)));
      case ChoiceContext c ->
          new Expression.Choice(
              span, condition(c.condition()), value(c.value(0)), value(c.value(1)));
      case CallContext c ->
          new Expression.Call(span, qualifiedName(c.qualifiedName()), arguments(c.arguments()));
      case ReferenceContext c -> new Expression.Reference(qualifiedName(c.qualifiedName()));
      case NumberContext c -> number(c.NUMBER());
      case StringContext c ->
          new Expression.Literal(span, new Value.Text(unescape(c.STRING().getText())), false);
      case TruthContext c -> new Expression.Literal(span, new Value.Truth(c.TRUE() != null), false);
      case ListingContext c -> list(c.list());
      case ParenthesisContext c -> condition(c.condition());
      default -> throw new IllegalStateException(context.getClass().getName());
    };
  }

  Expression condition(ConditionContext context) {
    descend(context);
    Expression condition = built(context);
    depth--;
    return condition;
  }

  private Expression built(ConditionContext context) {
    Span span = span(context);
    return switch (context) {
      case NotConditionContext c ->
          new Expression.Unary(span, Expression.UnaryOperator.NOT, condition(c.condition()));
      case AndConditionContext c ->
          binary(span, "and", condition(c.condition(0)), condition(c.condition(1)));
      case OrConditionContext c ->
          binary(span, "or", condition(c.condition(0)), condition(c.condition(1)));
      case ComparisonContext c ->
          c.op == null
              ? expression(c.expression(0))
              : binary(
                  span, c.op.getText(), expression(c.expression(0)), expression(c.expression(1)));
      default -> throw new IllegalStateException(context.getClass().getName());
    };
  }

  private static Expression binary(Span span, String word, Expression left, Expression right) {
    for (Expression.BinaryOperator operator : Expression.BinaryOperator.values()) {
      if (operator.word().equals(word)) {
        return new Expression.Binary(span, operator, left, right);
      }
    }
    throw new IllegalStateException(word);
  }

  Expression number(TerminalNode node) {
    String text = node.getText();
    boolean decimal = text.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E');
    int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
    boolean tooLong = text.length() > LONGEST_NUMBER;
    boolean tooLarge =
        !tooLong
            && mark >= 0
            && (text.length() - mark > 6
                || Math.abs(Integer.parseInt(text.substring(mark + 1))) > LARGEST_EXPONENT);
    if (tooLong || tooLarge) {
      diagnostics.add(
          Code.E107,
          span(node),
          tooLong
              ? "a number of %d characters; at most %d are taken"
                  .formatted(text.length(), LONGEST_NUMBER)
              : "an exponent beyond " + LARGEST_EXPONENT,
          null);
      return new Expression.Literal(span(node), Value.Number.of(1), decimal);
    }
    return new Expression.Literal(span(node), new Value.Number(Rational.parse(text)), decimal);
  }

  /** The characters that a string literal stands for. */
  static String unescape(String literal) {
    StringBuilder out = new StringBuilder();
    for (int i = 1; i < literal.length() - 1; i++) {
      char c = literal.charAt(i);
      if (c == '\\') {
        c = literal.charAt(++i);
        c = c == 'n' ? '\n' : c;
      }
      out.append(c);
    }
    return out.toString();
  }
}
