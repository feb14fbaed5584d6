package sec.compiler.syntax.format;

import static sec.compiler.syntax.format.Breaks.HARD;
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
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import sec.grammar.SenetParser.*;

/** How whole files and their declarations are laid out. */
final class FileLayout {
  private static final Document SPACE = text(" ");

  private final Words words;
  private final BodyLayout bodies;
  private final ExpressionLayout expressions;

  FileLayout(Words words) {
    this.words = words;
    this.bodies = new BodyLayout(words);
    this.expressions = bodies.expressions();
  }

  Document file(FileContext context) {
    List<Document> lines = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof ParserRuleContext part) {
        lines.add(words.space(part));
        lines.add(part(part));
        lines.add(HARD);
      }
    }
    Token end = context.EOF().getSymbol();
    lines.add(words.space(end));
    lines.add(words.beforeClosing(end));
    return row(lines);
  }

  private Document part(ParserRuleContext part) {
    return switch (part) {
      case HeaderContext c ->
          row(words.word(c.SENET()), SPACE, words.word(c.NUMBER()), words.word(token(c, 2)));
      case LibraryImportContext c -> libraryImport(c);
      case FileImportContext c ->
          row(
              words.word(c.IMPORT()),
              SPACE,
              words.word(c.STRING()),
              SPACE,
              words.word(c.AS()),
              SPACE,
              words.tight(c.name()),
              words.word(token(c, 4)));
      case DeclarationContext c -> declaration(c);
      default -> throw new IllegalStateException(part.getClass().getName());
    };
  }

  private Document libraryImport(LibraryImportContext context) {
    int last = context.getChildCount() - 1;
    List<Document> parts = new ArrayList<>();
    parts.add(words.word(context.IMPORT()));
    parts.add(SPACE);
    parts.add(words.tight(context.qualifiedName()));
    if (!context.name().isEmpty()) {
      parts.add(SPACE);
      parts.add(words.word(token(context, 2)));
      parts.add(nest(expressions.separated(context, context.name(), words::tight)));
      parts.add(words.word(token(context, last - 1)));
    }
    parts.add(words.word(token(context, last)));
    return group(row(parts));
  }

  private Document declaration(DeclarationContext context) {
    List<Document> parts = new ArrayList<>();
    for (TerminalNode doc : context.DOC()) {
      parts.add(words.word(doc));
      parts.add(HARD);
    }
    ParserRuleContext declared = (ParserRuleContext) context.getChild(context.getChildCount() - 1);
    parts.add(
        switch (declared) {
          case BlockContext c -> block(c);
          case NetContext c -> net(c);
          case VariantContext c -> variant(c);
          case ExperimentContext c -> experiment(c);
          default -> throw new IllegalStateException(declared.getClass().getName());
        });
    return row(parts);
  }

  private Document block(BlockContext context) {
    return row(
        words.word(context.BLOCK()),
        SPACE,
        words.tight(context.name()),
        expressions.parameters(context.parameters()),
        SPACE,
        bodies.outermost(context.body()));
  }

  private Document net(NetContext context) {
    Document head =
        row(
            words.word(context.NET()),
            SPACE,
            words.tight(context.name()),
            expressions.parameters(context.parameters()));
    int at = context.parameters() == null ? 2 : 3;
    if (context.use() != null) {
      return row(
          head,
          expressions.equalSign(context),
          bodies.use(context.use()),
          words.word(token(context, context.getChildCount() - 1)));
    }
    return row(
        head,
        SPACE,
        words.word(token(context, at)),
        SPACE,
        expressions.list(context.list()),
        SPACE,
        bodies.outermost(context.body()));
  }

  private Document variant(VariantContext context) {
    return row(
        words.word(context.VARIANT()),
        SPACE,
        words.tight(context.name()),
        expressions.parameters(context.parameters()),
        SPACE,
        words.word(context.OF()),
        SPACE,
        bodies.use(context.use()),
        SPACE,
        bodies.lists().inAngles(context, context.graft(), (graft, pad) -> graft(graft), false));
  }

  private Document graft(GraftContext context) {
    List<Document> parts = new ArrayList<>();
    parts.add(words.word(context.AT()));
    parts.add(SPACE);
    parts.add(path(context.path()));
    if (context.IF() != null) {
      parts.add(LINE);
      parts.add(words.word(context.IF()));
      parts.add(SPACE);
      parts.add(expressions.inParentheses(context, 3, context.condition()));
    }
    parts.add(LINE);
    parts.add(words.word(context.PUT()));
    Document head = group(nest(row(parts)));
    return row(head, SPACE, bodies.chain(context.chain()));
  }

  private Document path(PathContext context) {
    List<Document> parts = new ArrayList<>();
    for (ParseTree child : context.children) {
      parts.add(child instanceof StepContext step ? step(step) : words.tight(child));
    }
    return row(parts);
  }

  private Document step(StepContext context) {
    List<Document> parts = new ArrayList<>();
    for (ParseTree child : context.children) {
      parts.add(
          child instanceof SelectorContext selector ? selector(selector) : words.tight(child));
    }
    return row(parts);
  }

  private Document selector(SelectorContext context) {
    return switch (context) {
      case BoundSelectorContext c -> row(words.word(c.LET()), SPACE, words.tight(c.name()));
      case OpenSelectorContext c ->
          row(expressions.expression(c.expression()), words.word(token(c, 1)));
      case IndexSelectorContext c -> expressions.expression(c.expression());
      default -> words.tight(context);
    };
  }

  private Document experiment(ExperimentContext context) {
    return row(
        words.word(context.EXPERIMENT()),
        SPACE,
        words.tight(context.name()),
        SPACE,
        bodies
            .lists()
            .inAngles(context, context.setting(), this::setting, context.setting().size() > 1));
  }

  private Document setting(SettingContext context, int pad) {
    Document room = row(new Document.Either(" ".repeat(pad), ""), SPACE);
    return switch (context) {
      case NetSettingContext c -> row(words.word(c.NET()), room, bodies.use(c.use()));
      case CompareSettingContext c ->
          row(
              words.word(c.COMPARE()),
              room,
              path(c.path()),
              SPACE,
              words.word(c.IN()),
              SPACE,
              expressions.whole(c.expression()));
      case WordSettingContext c ->
          c.expression().isEmpty()
              ? words.tight(c.name())
              : row(
                  words.tight(c.name()),
                  room,
                  fill(2, c.expression().stream().map(expressions::whole).toList()));
      default -> throw new IllegalStateException(context.getClass().getName());
    };
  }
}
