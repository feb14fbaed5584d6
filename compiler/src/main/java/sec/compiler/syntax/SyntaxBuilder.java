package sec.compiler.syntax;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import sec.compiler.source.Source;
import sec.compiler.source.Span;
import sec.grammar.SenetParser.*;

/**
 * Makes the syntax tree of declarations from ANTLR's parse tree. Only for parse trees without
 * errors.
 */
final class SyntaxBuilder {
  private final Source source;
  private final ExpressionBuilder expressions;

  SyntaxBuilder(Source source, ExpressionBuilder expressions) {
    this.source = source;
    this.expressions = expressions;
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

  SourceFile file(FileContext context) {
    return new SourceFile(
        source,
        context.importation().stream().map(this::importation).toList(),
        context.declaration().stream().map(this::declaration).toList());
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

  private Declaration declaration(DeclarationContext context) {
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
      NetContext c = context.net();
      return new Declaration.Net(
          span(c),
          doc,
          expressions.name(c.name()),
          parameters(c.parameters()),
          expressions.list(c.list()),
          body(c.body()));
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

  private List<Declaration.Parameter> parameters(@Nullable ParametersContext context) {
    return context == null ? List.of() : context.parameter().stream().map(this::parameter).toList();
  }

  private Declaration.Parameter parameter(ParameterContext context) {
    return new Declaration.Parameter(
        span(context),
        expressions.name(context.name(0)),
        context.name().size() > 1 ? expressions.name(context.name(1)) : null,
        context.expression() == null ? null : expressions.expression(context.expression()));
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
      case RangeSelectorContext c ->
          new PathPattern.Selector.Range(
              expressions.expression(c.expression(0)),
              expressions.expression(c.expression().getLast()));
      default -> throw new IllegalStateException(context.getClass().getName());
    };
  }

  private Body body(BodyContext context) {
    return new Body(span(context), context.statement().stream().map(this::statement).toList());
  }

  private Statement statement(StatementContext context) {
    Span span = span(context);
    return switch (context) {
      case LetStatementContext c ->
          new Statement.Let(span, expressions.name(c.name()), chain(c.chain()));
      case RequireStatementContext c ->
          new Statement.Require(
              span,
              expressions.condition(c.condition()),
              ExpressionBuilder.unescape(c.STRING().getText()));
      case SlotStatementContext c ->
          new Statement.Slot(
              span, expressions.name(c.name()), c.chain() == null ? null : chain(c.chain()));
      case PhaseStatementContext c ->
          new Statement.Phase(span, phase(c.phase.getText()), chain(c.chain()));
      case ScaleStatementContext c -> new Statement.Scale(span);
      case ChainStatementContext c ->
          new Statement.Flow(
              span, c.name() == null ? null : expressions.name(c.name()), chain(c.chain()));
      default -> throw new IllegalStateException(context.getClass().getName());
    };
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
              c.branch().stream().map(this::branch).toList());
      case UseOperationContext c -> use(c.use());
      case BodyOperationContext c -> new Element.Group(body(c.body()));
      default -> throw new IllegalStateException(context.getClass().getName());
    };
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
    List<Element.Argument> arguments =
        context.arguments() == null
            ? List.of()
            : context.arguments().argument().stream().map(this::argument).toList();
    return new Element.Use(
        span(context), expressions.qualifiedName(context.qualifiedName()), arguments);
  }

  private Element.Argument argument(ArgumentContext context) {
    return new Element.Argument(
        context.name() == null ? null : expressions.name(context.name()),
        expressions.expression(context.expression()));
  }
}
