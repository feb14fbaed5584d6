package sec.compiler.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.source.Source;
import sec.compiler.source.Span;
import sec.grammar.SenetParser.*;

/**
 * Makes the syntax tree of declarations from ANTLR's parse tree. Only for parse trees without
 * errors.
 */
final class SyntaxBuilder {
  /** Java's constructors have 255 at the most. */
  private static final int MOST_PARAMETERS = 200;

  private final Source source;
  private final ExpressionBuilder expressions;

  SyntaxBuilder(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.expressions = new ExpressionBuilder(source, diagnostics, this::body);
  }

  /** A builder of the expressions of the same text. */
  ExpressionBuilder expressions() {
    return expressions;
  }

  static Span span(Source source, ParserRuleContext context) {
    Token first = context.getStart();
    Token last = context.getStop();
    boolean empty = last == null || last.getStopIndex() < first.getStartIndex();
    return source.span(
        first.getStartIndex(), empty ? first.getStartIndex() : last.getStopIndex() + 1);
  }

  private Span span(ParserRuleContext context) {
    return span(source, context);
  }

  /** The file, with these of its declarations, and the names of those that are {@code broken}. */
  SourceFile file(
      FileContext context, List<Declaration> declarations, Predicate<ParserRuleContext> broken) {
    return new SourceFile(
        source,
        context.importation().stream().map(this::importation).toList(),
        declarations,
        context.declaration().stream().filter(broken).map(this::unread).toList());
  }

  /** The name of a declaration that has an error somewhere behind its name. */
  private Name unread(DeclarationContext context) {
    return expressions.name(Objects.requireNonNull(name(context)));
  }

  /** The name in a declaration; null when it has none. */
  static @Nullable NameContext name(DeclarationContext context) {
    NameContext name = null;
    if (context.block() != null) {
      name = context.block().name();
    } else if (context.net() != null) {
      name = context.net().name();
    } else if (context.variant() != null) {
      name = context.variant().name();
    } else if (context.experiment() != null) {
      name = context.experiment().name();
    }
    return name == null || name.exception != null ? null : name;
  }

  private Import importation(ImportationContext context) {
    return switch (context) {
      case LibraryImportContext c ->
          new Import.Library(
              span(c),
              expressions.qualifiedName(c.qualifiedName()),
              c.name().stream().map(expressions::name).toList());
      case FileImportContext c ->
          new Import.File(
              span(c),
              ExpressionBuilder.unescape(c.STRING().getText()),
              expressions.span(c.STRING()),
              expressions.name(c.name()));
      default -> throw new IllegalStateException(context.getClass().getName());
    };
  }

  Declaration declaration(DeclarationContext context) {
    String doc =
        context.DOC().stream()
            .map(TerminalNode::getText)
            .map(line -> line.substring(3).strip())
            .collect(Collectors.joining("\n"))
            .strip();
    if (context.block() != null) {
      BlockContext c = context.block();
      return new Declaration.Block(
          span(c), doc, expressions.name(c.name()), parameters(c.parameters()), body(c.body()));
    }
    if (context.net() != null) {
      return net(doc, context.net());
    }
    if (context.experiment() != null) {
      ExperimentContext c = context.experiment();
      return new Declaration.Experiment(
          span(c),
          doc,
          expressions.name(c.name()),
          c.setting().stream().map(this::setting).toList());
    }
    VariantContext c = context.variant();
    return new Declaration.Variant(
        span(c),
        doc,
        expressions.name(c.name()),
        parameters(c.parameters()),
        use(c.use()),
        c.graft().stream().map(this::graft).toList());
  }

  private Declaration net(String doc, NetContext c) {
    Name name = expressions.name(c.name());
    List<Declaration.Parameter> parameters = parameters(c.parameters());
    return c.use() != null
        ? new Declaration.Alias(span(c), doc, name, parameters, use(c.use()))
        : new Declaration.Net(
            span(c), doc, name, parameters, expressions.list(c.list()), body(c.body()));
  }

  private Declaration.Setting setting(SettingContext context) {
    Span span = span(context);
    return switch (context) {
      case NetSettingContext c -> new Declaration.NetSetting(span, word(c.NET()), use(c.use()));
      case CompareSettingContext c ->
          new Declaration.CompareSetting(
              span, word(c.COMPARE()), path(c.path()), expressions.expression(c.expression()));
      case WordSettingContext c ->
          new Declaration.WordSetting(
              span,
              expressions.name(c.name()),
              c.expression().stream().map(expressions::expression).toList());
      default -> throw new IllegalStateException(context.getClass().getName());
    };
  }

  private Name word(TerminalNode node) {
    return new Name(expressions.span(node), node.getText());
  }

  private List<Declaration.Parameter> parameters(@Nullable ParametersContext context) {
    if (context == null) {
      return List.of();
    }
    if (context.parameter().size() > MOST_PARAMETERS) {
      throw TextLimitException.size(
          span(context),
          "%,d parameters; at most %,d are taken"
              .formatted(context.parameter().size(), MOST_PARAMETERS),
          "put some of them together in a list");
    }
    return context.parameter().stream().map(this::parameter).toList();
  }

  private Declaration.Parameter parameter(ParameterContext context) {
    return new Declaration.Parameter(
        span(context),
        expressions.name(context.name(0)),
        context.name().size() > 1 ? expressions.name(context.name(1)) : null,
        context.value() == null ? null : expressions.value(context.value()));
  }

  private Declaration.Graft graft(GraftContext context) {
    return new Declaration.Graft(
        span(context),
        path(context.path()),
        context.condition() == null ? null : expressions.condition(context.condition()),
        chain(context.chain()));
  }

  Declaration.Graft placement(PlacementContext context) {
    return new Declaration.Graft(span(context), path(context.path()), null, chain(context.chain()));
  }

  private PathPattern path(PathContext context) {
    return new PathPattern(span(context), context.step().stream().map(this::step).toList());
  }

  private PathPattern.Step step(StepContext context) {
    return new PathPattern.Step(
        span(context),
        context.name() == null ? null : context.name().getText(),
        context.selector() == null ? null : selector(context.selector()));
  }

  private PathPattern.Selector selector(SelectorContext context) {
    return switch (context) {
      case BoundSelectorContext c -> new PathPattern.Selector.Bound(expressions.name(c.name()));
      case OpenSelectorContext c ->
          new PathPattern.Selector.Range(expressions.expression(c.expression()), null);
      case LastSelectorContext c -> new PathPattern.Selector.Last(span(c));
      case IndexSelectorContext c -> range(expressions.expression(c.expression()));
      default -> throw new IllegalStateException(context.getClass().getName());
    };
  }

  /** {@code 3} or {@code 3..5}. */
  private static PathPattern.Selector range(Expression index) {
    return index instanceof Expression.Binary binary
            && binary.operator() == Expression.BinaryOperator.RANGE
        ? new PathPattern.Selector.Range(binary.left(), binary.right())
        : new PathPattern.Selector.Range(index, index);
  }

  Body body(BodyContext context) {
    return new Body(span(context), context.statement().stream().map(this::statement).toList());
  }

  private Statement statement(StatementContext context) {
    Span span = span(context);
    return switch (context) {
      case LetStatementContext c ->
          new Statement.Let(
              span, c.name().stream().map(expressions::name).toList(), chain(c.chain()));
      case ShareStatementContext c ->
          new Statement.Share(
              span,
              expressions.name(c.name()),
              c.place() == null ? null : place(c.place()),
              chain(c.chain()));
      case OutputStatementContext c ->
          new Statement.Output(span, expressions.name(c.name()), chain(c.chain()));
      case RequireStatementContext c ->
          new Statement.Require(
              span,
              expressions.condition(c.condition()),
              ExpressionBuilder.unescape(c.STRING().getText()));
      case SlotStatementContext c ->
          new Statement.Slot(
              span,
              expressions.name(c.name()),
              parameters(c.parameters()),
              c.chain() == null ? null : chain(c.chain()));
      case PhaseStatementContext c ->
          new Statement.Phase(span, phase(c.phase.getText()), chain(c.chain()));
      case ScaleStatementContext c -> new Statement.Scale(span);
      case ChainStatementContext c ->
          new Statement.Flow(
              span, c.name() == null ? null : expressions.name(c.name()), chain(c.chain()));
      default -> throw new IllegalStateException(context.getClass().getName());
    };
  }

  private Statement.Place place(PlaceContext context) {
    return new Statement.Place(
        span(context),
        expressions.name(context.name()),
        context.NUMBER() == null ? null : expressions.number(context.NUMBER()));
  }

  private static Statement.PhaseKind phase(String word) {
    return Statement.PhaseKind.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private Chain chain(ChainContext context) {
    return new Chain(span(context), context.element().stream().map(this::element).toList());
  }

  private Element element(ElementContext context) {
    return switch (context) {
      case ConditionalElementContext c -> conditional(c.conditional());
      case RepeatedElementContext c -> {
        Element operation = operation(c.operation());
        yield c.count() == null
            ? operation
            : new Element.Repeat(span(c), operation, expressions.count(c.count()));
      }
      default -> throw new IllegalStateException(context.getClass().getName());
    };
  }

  private Element operation(OperationContext context) {
    return switch (context) {
      case MergeOperationContext c ->
          new Element.Merge(
              span(c),
              Element.MergeKind.valueOf(c.merge.getText().toUpperCase(Locale.ROOT)),
              c.branch().stream().map(this::branch).toList(),
              c.option().stream()
                  .map(
                      option ->
                          new Element.Argument(
                              expressions.name(option.name()),
                              expressions.expression(option.expression())))
                  .toList());
      case LoopOperationContext c -> loop(c.loop());
      case UseOperationContext c -> use(c.use());
      case BodyOperationContext c -> new Element.Group(body(c.body()));
      default -> throw new IllegalStateException(context.getClass().getName());
    };
  }

  private Element.For loop(LoopContext context) {
    return new Element.For(
        span(context),
        context.name().stream().map(expressions::name).toList(),
        expressions.expression(context.expression()),
        body(context.body()));
  }

  private Element.Branch branch(BranchContext context) {
    Span span = span(context);
    return new Element.Branch(
        span,
        context.name() == null ? null : expressions.name(context.name()),
        context.chain() == null ? new Chain(span, List.of()) : chain(context.chain()));
  }

  private Element.Conditional conditional(ConditionalContext context) {
    Element otherwise = null;
    if (context.conditional() != null) {
      otherwise = conditional(context.conditional());
    } else if (context.body().size() > 1) {
      otherwise = new Element.Group(body(context.body(1)));
    }
    return new Element.Conditional(
        span(context),
        expressions.condition(context.condition()),
        body(context.body(0)),
        otherwise);
  }

  private Element.Use use(UseContext context) {
    return new Element.Use(
        span(context),
        expressions.qualifiedName(context.qualifiedName()),
        expressions.arguments(context.arguments()));
  }
}
