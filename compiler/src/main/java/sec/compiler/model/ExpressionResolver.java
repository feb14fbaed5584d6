package sec.compiler.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.source.Span;
import sec.compiler.syntax.Element.Argument;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.QualifiedName;
import sec.compiler.values.Type;

/** Gives every word of an expression its meaning. */
final class ExpressionResolver {
  private final ChainScope scope;
  private final Diagnostics diagnostics;

  /** Whether a name is behind a file that could not be read: that is said already, of the file. */
  private boolean missing;

  /** Makes a resolver of expressions that stand in {@code scope}. */
  ExpressionResolver(ChainScope scope) {
    this.scope = scope;
    this.diagnostics = scope.diagnostics();
  }

  /** What an expression is to be. */
  enum Expected {
    /** A number, list or the like; a word that can be one is one. */
    PLAIN,
    /** An operator or block; a word that can be one is one. */
    BLOCK,
    /** A bound value. */
    VALUE,
    /** Whatever the word means first: which parameter it is for is not known yet. */
    ANY;

    static Expected of(Type type) {
      return switch (type) {
        case BLOCK -> BLOCK;
        case VALUE -> VALUE;
        default -> PLAIN;
      };
    }
  }

  /** The expression with its meaning; null where a word has none, which is then reported. */
  @Nullable Expression resolve(Expression expression) {
    return resolve(expression, Expected.PLAIN);
  }

  @Nullable Expression resolve(Expression expression, Expected expected) {
    long before = diagnostics.errorCount();
    missing = false;
    Expression resolved = visit(expression, expected);
    return diagnostics.errorCount() == before && !missing ? resolved : null;
  }

  private Expression visit(Expression expression) {
    return visit(expression, Expected.PLAIN);
  }

  private Expression visit(Expression expression, Expected expected) {
    return switch (expression) {
      case Expression.Literal literal -> literal;
      case Expression.Reference reference -> reference(reference, expected);
      case Expression.Call call -> call(call, expected);
      case Expression.Listing listing ->
          new Expression.Listing(
              listing.span(), listing.items().stream().map(this::visit).toList());
      case Expression.Index index ->
          new Expression.Index(index.span(), visit(index.list()), visit(index.index()));
      case Expression.Unary unary ->
          new Expression.Unary(unary.span(), unary.operator(), visit(unary.operand()));
      case Expression.Binary binary ->
          new Expression.Binary(
              binary.span(), binary.operator(), visit(binary.left()), visit(binary.right()));
      case Expression.Choice choice ->
          new Expression.Choice(
              choice.span(),
              visit(choice.condition()),
              visit(choice.then(), expected),
              visit(choice.otherwise(), expected));
      case Expression.Block block ->
          new BlockExpression(block.span(), new BodyResolver(scope.blockValue()).group(block));
      case Expression.Resolved resolved -> resolved;
    };
  }

  private Expression reference(Expression.Reference reference, Expected expected) {
    QualifiedName name = reference.name();
    boolean named = name.isSimple() && scope.names().contains(name.toString());
    boolean none = name.toString().equals(Words.NONE);
    if (expected == Expected.VALUE || (expected == Expected.ANY && !named && isLocal(name))) {
      return none ? reference : value(name);
    }
    if (none || (named && expected != Expected.BLOCK)) {
      return reference;
    }
    if (new UseResolver(scope.blockValue()).isBlock(name)) {
      return block(name, List.of(), reference.span());
    }
    if (!named && !isSize(name)) {
      unknown(name, expected);
    }
    return reference;
  }

  private boolean isLocal(QualifiedName name) {
    return name.isSimple() && scope.local(name.toString()).isPresent();
  }

  private boolean isSize(QualifiedName name) {
    return name.parts().size() == 2
        && Words.SIZES.contains(name.last().text())
        && scope.local(name.first().text()).isPresent();
  }

  private Expression value(QualifiedName name) {
    Optional<Local> local = name.isSimple() ? scope.local(name.toString()) : Optional.empty();
    if (local.isEmpty()) {
      diagnostics.add(
          Code.E122,
          name.span(),
          "there is no bound value " + name + " here",
          scope.locals().isEmpty()
              ? "bind it first: let x = conv(C);"
              : Suggestion.help(name.toString(), scope.locals(), "here are"));
      return new Expression.Reference(name);
    }
    local.get().markUsed();
    return new ValueExpression(name.span(), local.get());
  }

  private Expression block(QualifiedName name, List<Argument> arguments, Span span) {
    return new BlockExpression(
        span, new UseResolver(scope.blockValue()).partial(name, arguments, span));
  }

  private Expression call(Expression.Call call, Expected expected) {
    QualifiedName name = call.function();
    Optional<MathFunction> function = MathFunction.of(name.toString());
    boolean block = new UseResolver(scope.blockValue()).isBlock(name);
    if (block && (function.isEmpty() || expected == Expected.BLOCK)) {
      return block(name, call.arguments(), call.span());
    }
    List<Argument> arguments = new ArrayList<>();
    for (Argument argument : call.arguments()) {
      if (argument.name() != null && function.isPresent()) {
        diagnostics.add(
            Code.E125,
            argument.span(),
            name + " takes its arguments by position",
            "leave out \"" + argument.name() + " =\"");
      }
      arguments.add(new Argument(null, visit(argument.value())));
    }
    if (function.isEmpty()) {
      unknownFunction(name, expected);
    } else if (!function.get().takes(arguments.size())) {
      diagnostics.add(
          Code.E126,
          call.span(),
          "%s takes %s argument%s, but gets %d"
              .formatted(
                  name,
                  function.get().arity(),
                  function.get().arity().endsWith("1") ? "" : "s",
                  arguments.size()),
          null);
    }
    return new Expression.Call(call.span(), name, arguments);
  }

  private void unknownFunction(QualifiedName name, Expected expected) {
    if (expected == Expected.BLOCK) {
      new UseResolver(scope).unknown(name);
      return;
    }
    if (scope.behindMissingFile(name)) {
      missing = true;
    } else {
      diagnostics.add(
          Code.E122,
          name.span(),
          "there is no function " + name,
          Suggestion.help(name.toString(), MathFunction.words(), "functions"));
    }
  }

  private void unknown(QualifiedName name, Expected expected) {
    if (scope.behindMissingFile(name)) {
      missing = true;
      return;
    }
    if (expected == Expected.BLOCK) {
      new UseResolver(scope).unknown(name);
    } else if (!name.isSimple()) {
      diagnostics.add(
          Code.E122,
          name.span(),
          "there is no bound value with the size " + name,
          "sizes are x.C, x.H and x.W of a value bound by: let x = ...");
    } else {
      unknownWord(name);
    }
  }

  private void unknownWord(QualifiedName name) {
    String text = name.toString();
    String help;
    if (scope.local(text).isPresent()) {
      help = text + " is a value; its sizes are " + text + ".C, " + text + ".H, " + text + ".W";
    } else if (Words.SIZES.contains(text)) {
      help = "parameters of nets and variants see no sizes, and settings neither: write the number";
    } else {
      List<String> all = new ArrayList<>(scope.names());
      help =
          all.isEmpty() ? "there are no parameters here" : Suggestion.help(text, all, "here are");
    }
    diagnostics.add(Code.E122, name.span(), "there is no parameter or size " + text, help);
  }
}
