package sec.compiler.syntax.format;

import static sec.compiler.syntax.format.Breaks.EMPTY;
import static sec.compiler.syntax.format.Breaks.LINE;
import static sec.compiler.syntax.format.Breaks.SOFT;
import static sec.compiler.syntax.format.Document.fill;
import static sec.compiler.syntax.format.Document.group;
import static sec.compiler.syntax.format.Document.nest;
import static sec.compiler.syntax.format.Document.row;
import static sec.compiler.syntax.format.Document.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import sec.grammar.SenetParser.*;

/** How expressions, conditions and lists in brackets are laid out. */
final class ExpressionLayout {
  private static final Document SPACE = text(" ");

  private final Words words;
  private final Function<BodyContext, Document> bodies;

  ExpressionLayout(Words words, Function<BodyContext, Document> bodies) {
    this.words = words;
    this.bodies = bodies;
  }

  Document value(ValueContext context) {
    return context.body() != null ? bodies.apply(context.body()) : whole(context.expression());
  }

  /** An expression that breaks its own lines before those around it. */
  Document whole(ExpressionContext context) {
    return group(expression(context));
  }

  Document expression(ExpressionContext context) {
    return switch (context) {
      case NegationContext c -> row(words.word(first(c)), expression(c.expression()));
      case IndexingContext c ->
          row(
              expression(c.expression(0)),
              words.word(token(c, 1)),
              whole(c.expression(1)),
              words.word(token(c, 3)));
      case ProductContext c -> {
        boolean apart = c.op.getText().equals("%");
        yield binary(c.expression(0), c.op, c.expression(1), apart);
      }
      case TotalContext c -> binary(c.expression(0), c.op, c.expression(1), true);
      case RangeContext c -> binary(c.expression(0), token(c, 1), c.expression(1), false);
      case ChoiceContext c -> choice(c);
      case CallContext c -> row(words.tight(c.qualifiedName()), arguments(c.arguments()));
      case ListingContext c -> list(c.list());
      case ParenthesisContext c ->
          row(words.word(first(c)), condition(c.condition()), words.word(token(c, 2)));
      default -> words.tight(context);
    };
  }

  private Document binary(
      ExpressionContext left, Token operator, ExpressionContext right, boolean apart) {
    // a + b + c breaks at each of its signs or at none.
    boolean same = left.getClass() == left.getParent().getClass();
    Document first = same ? expression(left) : group(expression(left));
    Document gap = apart ? SPACE : EMPTY;
    return row(
        first, nest(apart ? LINE : EMPTY, words.word(operator), gap, group(expression(right))));
  }

  private Document choice(ChoiceContext context) {
    return row(
        words.word(context.IF()),
        SPACE,
        inParentheses(context, 1, context.condition()),
        SPACE,
        value(context.value(0)),
        nest(LINE, words.word(context.ELSE()), SPACE, value(context.value(1))));
  }

  /** A condition and the parentheses around it, of which the first is {@code child}. */
  Document inParentheses(ParserRuleContext context, int child, ConditionContext condition) {
    return group(
        words.word(token(context, child)),
        nest(condition(condition)),
        words.word(token(context, child + 2)));
  }

  Document condition(ConditionContext context) {
    return switch (context) {
      case NotConditionContext c -> row(words.word(c.NOT()), SPACE, condition(c.condition()));
      case AndConditionContext c -> joined(c.condition(0), c.AND(), c.condition(1));
      case OrConditionContext c -> joined(c.condition(0), c.OR(), c.condition(1));
      case ComparisonContext c ->
          c.op == null
              ? expression(c.expression(0))
              : binary(c.expression(0), c.op, c.expression(1), true);
      default -> throw new IllegalStateException(context.getClass().getName());
    };
  }

  private Document joined(ConditionContext left, TerminalNode word, ConditionContext right) {
    boolean same = left.getClass() == left.getParent().getClass();
    Document first = same ? condition(left) : group(condition(left));
    return row(first, LINE, words.word(word), SPACE, group(condition(right)));
  }

  Document list(ListContext context) {
    return bracketed(context, context.value(), this::value);
  }

  Document arguments(@Nullable ArgumentsContext context) {
    return context == null ? EMPTY : bracketed(context, context.argument(), this::argument);
  }

  private Document argument(ArgumentContext context) {
    return context.name() == null
        ? value(context.value())
        : row(words.tight(context.name()), equalSign(context), value(context.value()));
  }

  /** The equal sign of a context that has one, with its spaces. */
  Document equalSign(ParserRuleContext context) {
    for (int i = 0; i < context.getChildCount(); i++) {
      if (context.getChild(i) instanceof TerminalNode node && node.getText().equals("=")) {
        return row(SPACE, words.word(node), SPACE);
      }
    }
    throw new IllegalStateException(context.getText());
  }

  Document parameters(@Nullable ParametersContext context) {
    return context == null ? EMPTY : bracketed(context, context.parameter(), this::parameter);
  }

  private Document parameter(ParameterContext context) {
    List<Document> parts = new ArrayList<>();
    parts.add(words.tight(context.name(0)));
    if (context.name().size() > 1) {
      parts.add(words.word(token(context, 1)));
      parts.add(SPACE);
      parts.add(words.tight(context.name(1)));
    }
    if (context.value() != null) {
      parts.add(equalSign(context));
      parts.add(value(context.value()));
    }
    return row(parts);
  }

  /** Items between commas in the brackets that {@code context} begins and ends with. */
  private <C extends ParserRuleContext> Document bracketed(
      ParserRuleContext context, List<C> items, Function<C, Document> layout) {
    int last = context.getChildCount() - 1;
    Token closing = token(context, last);
    if (items.isEmpty()) {
      return group(
          words.word(first(context)), nest(words.beforeClosing(closing)), words.closing(closing));
    }
    return group(
        words.word(first(context)),
        nest(SOFT, separated(context, items, layout), words.beforeClosing(closing)),
        SOFT,
        words.closing(closing));
  }

  /** Items side by side, each with the comma that follows it. */
  <C extends ParserRuleContext> Document separated(
      ParserRuleContext context, List<C> items, Function<C, Document> layout) {
    List<Document> parts = new ArrayList<>();
    int next = 0;
    for (C item : items) {
      while (!context.getChild(next).equals(item)) {
        next++;
      }
      next++;
      boolean comma =
          context.getChild(next) instanceof TerminalNode node && node.getText().equals(",");
      Document laidOut = layout.apply(item);
      parts.add(comma ? row(laidOut, words.word(token(context, next))) : laidOut);
    }
    return fill(parts);
  }

  static Token first(ParserRuleContext context) {
    return context.getStart();
  }

  /** The token that is child {@code index} of {@code context}. */
  static Token token(ParserRuleContext context, int index) {
    return ((TerminalNode) context.getChild(index)).getSymbol();
  }
}
