package sec.compiler.syntax.format;

import static sec.compiler.syntax.format.Breaks.EMPTY;
import static sec.compiler.syntax.format.Breaks.LINE;
import static sec.compiler.syntax.format.Document.fill;
import static sec.compiler.syntax.format.Document.group;
import static sec.compiler.syntax.format.Document.nest;
import static sec.compiler.syntax.format.Document.row;
import static sec.compiler.syntax.format.Document.text;
import static sec.compiler.syntax.format.ExpressionLayout.token;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import sec.grammar.SenetParser.*;

/** How bodies, statements and chains are laid out. */
final class BodyLayout {
  private static final Document SPACE = text(" ");
  private static final int HANG = 2;

  private final Words words;
  private final ExpressionLayout expressions;
  private final StatementList lists;

  BodyLayout(Words words) {
    this.words = words;
    this.expressions = new ExpressionLayout(words, this::body);
    this.lists = new StatementList(words);
  }

  ExpressionLayout expressions() {
    return expressions;
  }

  StatementList lists() {
    return lists;
  }

  /** A body inside a chain: on one line if it fits. */
  Document body(BodyContext context) {
    return lists.inAngles(context, context.statement(), this::statement, false);
  }

  /** The body of a block or net: what has labels is read as a list of them. */
  Document outermost(BodyContext context) {
    boolean labelled =
        context.statement().stream()
            .anyMatch(s -> s instanceof ChainStatementContext c && c.name() != null);
    return lists.inAngles(context, context.statement(), this::statement, labelled);
  }

  /** A statement whose first word takes as much room as its neighbours' do: {@code pad} more. */
  private Document statement(StatementContext context, int pad) {
    Document room = room(pad);
    return switch (context) {
      case LetStatementContext c ->
          binding(
              words.word(c.LET()), expressions.separated(c, c.name(), words::tight), c, c.chain());
      case ShareStatementContext c ->
          row(
              words.word(c.SHARE()),
              SPACE,
              words.tight(c.name()),
              expressions.equalSign(c),
              c.place() == null
                  ? EMPTY
                  : row(words.tight(c.place()), words.word(token(c, 4)), SPACE),
              chain(c.chain()));
      case OutputStatementContext c ->
          binding(words.word(c.OUTPUT()), words.tight(c.name()), c, c.chain());
      case RequireStatementContext c ->
          row(
              words.word(c.REQUIRE()),
              SPACE,
              expressions.inParentheses(c, 1, c.condition()),
              SPACE,
              words.word(c.STRING()));
      case SlotStatementContext c -> slot(c);
      case PhaseStatementContext c -> row(words.word(c.phase), room, SPACE, chain(c.chain()));
      case ScaleStatementContext c -> words.word(c.SCALE());
      case ChainStatementContext c ->
          c.name() == null
              ? chain(c.chain(), startsWithLines(c.chain()) ? 0 : HANG)
              : row(label(c.name(), token(c, 1)), room, SPACE, chain(c.chain()));
      default -> throw new IllegalStateException(context.getClass().getName());
    };
  }

  /** In a list on one line, the author's own words are close enough to one another. */
  private static Document room(int pad) {
    return new Document.Either(" ".repeat(pad), "");
  }

  private Document binding(
      Document keyword, Document names, ParserRuleContext context, ChainContext chain) {
    return row(keyword, SPACE, names, expressions.equalSign(context), chain(chain));
  }

  private Document slot(SlotStatementContext context) {
    Document content =
        context.chain() == null
            ? EMPTY
            : row(expressions.equalSign(context), chain(context.chain()));
    return row(
        words.word(context.SLOT()),
        SPACE,
        words.tight(context.name()),
        expressions.parameters(context.parameters()),
        content);
  }

  private Document label(NameContext name, Token colon) {
    return row(words.tight(name), words.word(colon));
  }

  Document chain(ChainContext context) {
    return chain(context, HANG);
  }

  private Document chain(ChainContext context, int hang) {
    return fill(hang, context.element().stream().map(this::element).toList());
  }

  /** What goes on after a merge or a body stands under it. */
  private static boolean startsWithLines(ChainContext chain) {
    return switch (chain.element(0)) {
      case RepeatedElementContext c -> !(c.operation() instanceof UseOperationContext);
      default -> true;
    };
  }

  private Document element(ElementContext context) {
    return switch (context) {
      case RepeatedElementContext c ->
          c.count() == null
              ? operation(c.operation())
              : row(
                  operation(c.operation()),
                  SPACE,
                  words.word(token(c, 1)),
                  SPACE,
                  count(c.count()));
      case ConditionalElementContext c -> conditional(c.conditional());
      default -> throw new IllegalStateException(context.getClass().getName());
    };
  }

  private Document operation(OperationContext context) {
    return switch (context) {
      case MergeOperationContext c -> merge(c);
      case LoopOperationContext c -> loop(c.loop());
      case UseOperationContext c -> use(c.use());
      case BodyOperationContext c -> body(c.body());
      default -> throw new IllegalStateException(context.getClass().getName());
    };
  }

  Document use(UseContext context) {
    return row(words.tight(context.qualifiedName()), expressions.arguments(context.arguments()));
  }

  private Document count(CountContext context) {
    return switch (context) {
      case NameCountContext c ->
          c.expression() == null
              ? words.tight(c)
              : row(
                  words.tight(c.name()),
                  words.word(token(c, 1)),
                  expressions.whole(c.expression()),
                  words.word(token(c, 3)));
      case ExpressionCountContext c ->
          row(words.word(token(c, 0)), expressions.whole(c.expression()), words.word(token(c, 2)));
      default -> words.tight(context);
    };
  }

  /**
   * {@code add(a | b)}, or one branch a line:
   *
   * <pre>
   * add( a
   *    | b )
   * </pre>
   */
  private Document merge(MergeOperationContext context) {
    int bar = context.merge.getText().length();
    Token closing = token(context, context.getChildCount() - 1);
    List<Document> branches = new ArrayList<>();
    for (int i = 2; i < context.getChildCount() - 1; i++) {
      branches.add(
          switch (context.getChild(i)) {
            case BranchContext branch -> new Document.Nest(bar + 2, branch(branch));
            case OptionContext option -> new Document.Nest(bar + 2, option(option));
            default -> {
              Document sign = words.word(token(context, i));
              yield token(context, i).getText().equals(",")
                  ? row(sign, new Document.Nest(bar + 2, LINE))
                  : row(new Document.Nest(bar, row(LINE, sign)), SPACE);
            }
          });
    }
    return new Document.Align(
        group(
            words.word(context.merge),
            words.word(token(context, 1)),
            new Document.Either(" ", ""),
            row(branches),
            new Document.Nest(bar, words.beforeClosing(closing)),
            new Document.Either(" ", ""),
            words.closing(closing)));
  }

  private Document option(OptionContext context) {
    return row(
        words.tight(context.name()),
        expressions.equalSign(context),
        expressions.whole(context.expression()));
  }

  private Document branch(BranchContext context) {
    Document chain = context.chain() == null ? EMPTY : chain(context.chain());
    return context.name() == null
        ? chain
        : row(label(context.name(), token(context, 1)), SPACE, chain);
  }

  private Document loop(LoopContext context) {
    Document head =
        group(
            words.word(token(context, 1)),
            nest(
                expressions.separated(context, context.name(), words::tight),
                SPACE,
                words.word(context.IN()),
                SPACE,
                expressions.expression(context.expression())),
            words.word(token(context, context.getChildCount() - 2)));
    return row(words.word(context.FOR()), SPACE, head, SPACE, body(context.body()));
  }

  private Document conditional(ConditionalContext context) {
    List<Document> parts = new ArrayList<>();
    ConditionalContext current = context;
    while (current != null) {
      parts.add(words.word(current.IF()));
      parts.add(SPACE);
      parts.add(expressions.inParentheses(current, 1, current.condition()));
      parts.add(SPACE);
      parts.add(body(current.body(0)));
      if (current.ELSE() != null) {
        parts.add(LINE);
        parts.add(words.word(current.ELSE()));
        parts.add(SPACE);
      }
      if (current.body().size() > 1) {
        parts.add(body(current.body(1)));
      }
      current = current.conditional();
    }
    return Document.group(row(parts));
  }
}
