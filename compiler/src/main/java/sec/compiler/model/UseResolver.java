package sec.compiler.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.model.ExpressionResolver.Expected;
import sec.compiler.operators.Operator;
import sec.compiler.source.Span;
import sec.compiler.syntax.Element.Argument;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.QualifiedName;

/** Resolves the use of a name in a chain, or as a block value. */
final class UseResolver {
  private final ChainScope scope;
  private final Diagnostics diagnostics;

  UseResolver(ChainScope scope) {
    this.scope = scope;
    this.diagnostics = scope.diagnostics();
  }

  /** What a name with arguments does in a chain. */
  Element use(sec.compiler.syntax.Element.Use use) {
    QualifiedName name = use.name();
    if (name.isSimple()) {
      String word = name.toString();
      if (word.equals(Words.DEFAULT) && scope.isPut()) {
        return withoutArguments(name, use.arguments(), new Element.Default(use.span()));
      }
      Optional<Local> local = scope.local(word);
      if (local.isPresent()) {
        local.get().markUsed();
        return withoutArguments(
            name, use.arguments(), new Element.ValueUse(use.span(), local.get()));
      }
      Optional<Share> share = scope.sharedAs(word);
      if (share.isPresent()) {
        share.get().markUsed();
        return withoutArguments(
            name, use.arguments(), new Element.ShareUse(use.span(), share.get()));
      }
    }
    return block(name, use.arguments(), use.span(), true);
  }

  /** An operator by its name alone; merges are written with branches. */
  private static Optional<Operator> operator(String word) {
    return Operator.of(word).filter(operator -> !operator.isMerge());
  }

  /** Whether {@code name} can stand for a block value. */
  boolean isBlock(QualifiedName name) {
    String word = name.toString();
    boolean simple =
        name.isSimple()
            && (word.equals(Words.IDENTITY)
                || scope.isBlockParameter(word)
                || scope.slot(word).isPresent()
                || operator(word).isPresent());
    return simple || scope.definition(name).isPresent();
  }

  /** What a name with some of its arguments does wherever it is used as a value. */
  Element partial(QualifiedName name, List<Argument> arguments, Span span) {
    return block(name, arguments, span, false);
  }

  private Element block(QualifiedName name, List<Argument> arguments, Span span, boolean all) {
    String word = name.toString();
    if (name.isSimple()) {
      if (word.equals(Words.IDENTITY)) {
        return withoutArguments(name, arguments, new Element.Identity(span));
      }
      Optional<Slot> slot = scope.slot(word);
      if (slot.isPresent()) {
        slot.get().markUsed();
        return bound(
            span,
            arguments,
            Callee.of(word, slot.get().parameters()),
            true,
            given -> new Element.SlotUse(span, slot.get(), given));
      }
      if (scope.isBlockParameter(word)) {
        return completed(word, arguments, span);
      }
      Optional<Operator> operator = operator(word);
      if (operator.isPresent()) {
        return bound(
            span,
            arguments,
            Callee.of(operator.get()),
            all,
            given -> new Element.OperatorUse(span, operator.get(), given));
      }
    }
    return defined(name, arguments, span, all);
  }

  private Element bound(
      Span span,
      List<Argument> arguments,
      Callee callee,
      boolean all,
      Function<Map<String, Expression>, Element> element) {
    Map<String, Expression> given = new ArgumentBinder(scope).bind(span, arguments, callee, all);
    return given == null ? new Element.Unresolved(span) : element.apply(given);
  }

  private Element defined(QualifiedName name, List<Argument> arguments, Span span, boolean all) {
    Definition definition = scope.definition(name).orElse(null);
    return switch (definition) {
      case null -> {
        if (Operator.of(name.toString()).isEmpty()) {
          ExpressionResolver expressions = new ExpressionResolver(scope);
          arguments.forEach(argument -> expressions.resolve(argument.value(), Expected.ANY));
        }
        unknown(name);
        yield new Element.Unresolved(span);
      }
      case Template template when template.isNet() -> wrongKind(name, span, "a net");
      case Template template -> {
        Element use =
            bound(
                span,
                arguments,
                Callee.of(name.toString(), template.parameters()),
                all,
                given -> new Element.BlockUse(span, template, given));
        yield template.isSound() ? use : new Element.Unresolved(span);
      }
      case Variant variant -> wrongKind(name, span, variant.isNet() ? "a net" : "a variant");
      case Experiment ignored -> wrongKind(name, span, "an experiment");
      case Missing ignored -> new Element.Unresolved(span);
    };
  }

  /** Which parameters the arguments are for shows when it is known what is completed. */
  private Element completed(String word, List<Argument> arguments, Span span) {
    List<Expression> positional = new ArrayList<>();
    Map<String, Expression> named = new LinkedHashMap<>();
    long before = diagnostics.errorCount();
    for (Argument argument : arguments) {
      Expression value = new ExpressionResolver(scope).resolve(argument.value(), Expected.ANY);
      if (value != null && argument.name() != null) {
        if (named.put(argument.name().text(), value) != null) {
          diagnostics.add(
              Code.E128, argument.span(), argument.name() + " is given twice", "keep one");
        }
      } else if (value != null) {
        if (!named.isEmpty()) {
          diagnostics.add(
              Code.E128,
              argument.span(),
              "an argument by position stands after one by name",
              "write the ones by position first");
        }
        positional.add(value);
      }
    }
    return diagnostics.errorCount() > before
        ? new Element.Unresolved(span)
        : new Element.ParameterUse(span, word, positional, named);
  }

  private Element wrongKind(QualifiedName name, Span span, String kind) {
    diagnostics.add(
        Code.E133,
        name.span(),
        name + " is " + kind + "; a chain is made of operators and blocks",
        "write what both need as a block");
    return new Element.Unresolved(span);
  }

  private Element withoutArguments(QualifiedName name, List<Argument> arguments, Element element) {
    if (!arguments.isEmpty()) {
      diagnostics.add(
          Code.E126, element.span(), name + " takes no arguments", "write " + name + " alone");
    }
    return element;
  }

  /** What to write where a word of the language, or of an expression, came to stand in a chain. */
  private @Nullable String misplaced(String text) {
    if (scope.names().contains(text)) {
      return text + " belongs to expressions: it stands in arguments, not in chains";
    }
    return switch (text) {
      case "add", "mul", "sub", "div", "max", "concat" ->
          "branches are separated by |: " + text + "(conv(C) | identity)";
      case "attend" -> "its three branches are separated by |: attend(q | k | v)";
      case "slot" -> "a declaration ends with a semicolon: slot gate;";
      case "let" -> "write: let x = conv(C);";
      case "share" -> "write: share f = fc(C);";
      case "output" -> "write: output early = gap fc(10);";
      case "for" -> "write: for (n in [64, 128]) < conv(n) >";
      case "require" -> "write: require (C > 1) \"what is needed\";";
      case Words.DEFAULT -> "default stands in what a variant puts: at gate put < default relu >";
      default -> null;
    };
  }

  /** Reports a name that has no meaning in a chain here. */
  void unknown(QualifiedName name) {
    if (scope.behindMissingFile(name)) {
      return;
    }
    String text = name.toString();
    String help = misplaced(text);
    if (help == null && !diagnostics.isFull()) {
      help =
          Suggestion.nearest(text, scope.words())
              .map(nearest -> "did you mean " + nearest + "?")
              .orElse(null);
    }
    if (help == null) {
      help = "declare it: block " + name.last() + " < ... >, or import it";
    }
    diagnostics.add(
        Code.E121, name.span(), "there is no operator, block or slot " + text + " here", help);
  }
}
