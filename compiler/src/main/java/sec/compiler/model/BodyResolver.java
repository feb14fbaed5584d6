package sec.compiler.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.operators.Operator;
import sec.compiler.source.Span;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.Name;
import sec.compiler.syntax.QualifiedName;

/** Resolves bodies and chains. */
final class BodyResolver {
  private final ChainScope scope;
  private final Diagnostics diagnostics;
  private final Set<Slot> used;

  BodyResolver(ChainScope scope) {
    this(scope, new HashSet<>());
  }

  /** With {@code used}, the slots that were met. */
  private BodyResolver(ChainScope scope, Set<Slot> used) {
    this.scope = scope;
    this.diagnostics = scope.diagnostics();
    this.used = used;
  }

  private BodyResolver nested() {
    return new BodyResolver(scope.nested(), used);
  }

  private ExpressionChecker expressions() {
    return new ExpressionChecker(scope.names(), scope, diagnostics);
  }

  /** Resolves the body of a block or net, its slots included. */
  void template(sec.compiler.syntax.Body body, Template template) {
    List<Slot> slots = new ArrayList<>();
    for (sec.compiler.syntax.Statement statement : body.statements()) {
      if (statement instanceof sec.compiler.syntax.Statement.Slot declared) {
        slots.add(slot(declared));
      }
    }
    List<Statement> statements = statements(body, true);
    template.complete(slots, new Body(body.span(), statements));
    for (Slot slot : slots) {
      if (!used.contains(slot)) {
        diagnostics.add(
            Code.E130,
            slot.span(),
            "slot " + slot.name() + " is declared and never used",
            "write " + slot.name() + " in a chain, where its content belongs");
      }
    }
  }

  private Slot slot(sec.compiler.syntax.Statement.Slot declared) {
    Name name = declared.name();
    requireFree(name);
    Slot slot = new Slot(name.text(), name.span());
    if (declared.content() != null) {
      slot.complete(new BodyResolver(scope.content()).chain(declared.content()));
    }
    scope.declare(slot);
    return slot;
  }

  private void requireFree(Name name) {
    boolean taken =
        Operator.of(name.text()).isPresent()
            || Words.RESERVED.contains(name.text())
            || scope.slot(name.text()).isPresent()
            || scope.local(name.text()).isPresent();
    String what = Operator.of(name.text()).isPresent() ? "an operator" : "declared already";
    if (!taken) {
      QualifiedName alone = new QualifiedName(name.span(), List.of(name));
      taken = scope.definition(alone).isPresent();
      what = "a block or net";
    }
    if (taken) {
      diagnostics.add(
          Code.E124, name.span(), name + " is " + what + " here", "give it another name");
    }
  }

  private Body body(sec.compiler.syntax.Body body) {
    return new Body(body.span(), nested().statements(body, false));
  }

  private List<Statement> statements(sec.compiler.syntax.Body body, boolean top) {
    PhaseOrder phases = new PhaseOrder(diagnostics);
    List<Statement> statements = new ArrayList<>();
    for (sec.compiler.syntax.Statement statement : body.statements()) {
      switch (statement) {
        case sec.compiler.syntax.Statement.Let let -> statements.add(let(let));
        case sec.compiler.syntax.Statement.Require require -> {
          if (expressions().check(require.condition())) {
            statements.add(
                new Statement.Require(require.span(), require.condition(), require.message()));
          }
        }
        case sec.compiler.syntax.Statement.Slot slot -> {
          if (!top) {
            diagnostics.add(
                Code.E134,
                slot.span(),
                "a slot is declared inside a nested body",
                "declare it in the outermost body of the block");
          }
        }
        case sec.compiler.syntax.Statement.Phase phase -> {
          phases.phase(phase);
          statements.add(new Statement.Phase(phase.span(), phase.kind(), chain(phase.chain())));
        }
        case sec.compiler.syntax.Statement.Scale scale -> {
          phases.scale(scale.span());
          statements.add(new Statement.Scale(scale.span()));
        }
        case sec.compiler.syntax.Statement.Flow flow ->
            statements.add(
                new Statement.Flow(
                    flow.span(),
                    flow.label() == null ? null : flow.label().text(),
                    chain(flow.chain())));
      }
    }
    phases.end();
    requireUsed(statements);
    return statements;
  }

  private void requireUsed(List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.Let let && !let.local().isUsed()) {
        diagnostics.add(
            Code.E136,
            let.local().span(),
            let.local() + " is bound and never used",
            "start a chain with it, merge it: add(identity | "
                + let.local()
                + "), or leave it out");
      }
    }
  }

  private Statement let(sec.compiler.syntax.Statement.Let let) {
    Chain chain = chain(let.chain());
    requireFree(let.name());
    Local local = new Local(let.name().text(), let.name().span());
    scope.bind(local);
    return new Statement.Let(let.span(), local, chain);
  }

  /** Resolves a chain. */
  Chain chain(sec.compiler.syntax.Chain chain) {
    List<Element> elements = new ArrayList<>();
    for (sec.compiler.syntax.Element element : chain.elements()) {
      Element resolved = element(element);
      if (resolved instanceof Element.ValueUse value && !elements.isEmpty()) {
        diagnostics.add(
            Code.E133,
            value.span(),
            value.local()
                + " is a value: it stands at the head of a chain, and what is before it"
                + " would be lost",
            "start a chain with it, or merge it: add(... | " + value.local() + ")");
      }
      elements.add(resolved);
    }
    return new Chain(chain.span(), elements);
  }

  private Element element(sec.compiler.syntax.Element element) {
    return switch (element) {
      case sec.compiler.syntax.Element.Use use -> use(use);
      case sec.compiler.syntax.Element.Group group -> new Element.Group(body(group.body()));
      case sec.compiler.syntax.Element.Repeat repeat -> {
        boolean known = expressions().check(repeat.count());
        Element repeated = element(repeat.element());
        yield known
            ? new Element.Repeat(repeat.span(), repeated, repeat.count())
            : new Element.Unresolved(repeat.span());
      }
      case sec.compiler.syntax.Element.Merge merge ->
          new Element.Merge(
              merge.span(),
              merge.kind(),
              merge.branches().stream().map(branch -> branch(branch, merge.kind())).toList());
      case sec.compiler.syntax.Element.Conditional conditional -> conditional(conditional);
    };
  }

  private Element.Branch branch(
      sec.compiler.syntax.Element.Branch branch, sec.compiler.syntax.Element.MergeKind kind) {
    boolean half =
        kind == sec.compiler.syntax.Element.MergeKind.CONCAT
            && branch.chain().elements().size() == 1
            && branch.chain().elements().getFirst()
                instanceof sec.compiler.syntax.Element.Conditional conditional
            && conditional.otherwise() == null;
    if (half) {
      diagnostics.add(
          Code.E132,
          branch.span(),
          "a branch of concat is an if without else: when it does not hold, the input itself would"
              + " be stacked",
          "add: else < identity > if that is meant, or put the if around the concat");
    }
    if (branch.chain().elements().isEmpty()) {
      diagnostics.add(
          Code.E132,
          branch.span(),
          "a branch is empty",
          "write identity when the branch passes its input on");
    }
    return new Element.Branch(
        branch.label() == null ? null : branch.label().text(), nested().chain(branch.chain()));
  }

  private Element conditional(sec.compiler.syntax.Element.Conditional conditional) {
    boolean known = expressions().check(conditional.condition());
    Body then = body(conditional.then());
    Body otherwise = conditional.otherwise() == null ? null : otherwise(conditional.otherwise());
    return known
        ? new Element.Conditional(conditional.span(), conditional.condition(), then, otherwise)
        : new Element.Unresolved(conditional.span());
  }

  private Body otherwise(sec.compiler.syntax.Element otherwise) {
    if (otherwise instanceof sec.compiler.syntax.Element.Group group) {
      return body(group.body());
    }
    Span span = otherwise.span();
    Element inner = nested().element(otherwise);
    return new Body(span, List.of(new Statement.Flow(span, null, new Chain(span, List.of(inner)))));
  }

  private Element use(sec.compiler.syntax.Element.Use use) {
    QualifiedName name = use.name();
    if (name.isSimple()) {
      Element simple = simple(use, name.toString());
      if (simple != null) {
        return simple;
      }
    }
    Optional<Definition> definition = scope.definition(name);
    ArgumentBinder binder = new ArgumentBinder(diagnostics, expressions());
    if (definition.isEmpty()) {
      boolean merge = Words.RESERVED.contains(name.toString());
      if (!merge) {
        use.arguments().forEach(argument -> expressions().check(argument.value()));
      }
      if (!scope.behindMissingFile(name)) {
        unknown(name);
      }
      return new Element.Unresolved(use.span());
    }
    return switch (definition.get()) {
      case Template template -> {
        if (template.isNet()) {
          yield wrongKind(use, "a net");
        }
        long before = diagnostics.errorCount();
        Map<String, Expression> arguments =
            binder.bind(use, name.toString(), template.parameters(), true);
        yield diagnostics.errorCount() > before || !template.isSound()
            ? new Element.Unresolved(use.span())
            : new Element.BlockUse(use.span(), template, arguments);
      }
      case Variant ignored -> wrongKind(use, "a variant");
      case Missing ignored -> new Element.Unresolved(use.span());
    };
  }

  private Element wrongKind(sec.compiler.syntax.Element.Use use, String kind) {
    diagnostics.add(
        Code.E133,
        use.name().span(),
        use.name() + " is " + kind + "; a chain is made of operators and blocks",
        "write what both need as a block");
    return new Element.Unresolved(use.span());
  }

  private @Nullable Element simple(sec.compiler.syntax.Element.Use use, String word) {
    if (word.equals(Words.IDENTITY)) {
      return withoutArguments(use, new Element.Identity(use.span()));
    }
    Optional<Local> local = scope.local(word);
    if (local.isPresent()) {
      local.get().markUsed();
      return withoutArguments(use, new Element.ValueUse(use.span(), local.get()));
    }
    Optional<Slot> slot = scope.slot(word);
    if (slot.isPresent()) {
      used.add(slot.get());
      return withoutArguments(use, new Element.SlotUse(use.span(), slot.get()));
    }
    Optional<Operator> operator = Operator.of(word);
    if (operator.isPresent()) {
      ArgumentBinder binder = new ArgumentBinder(diagnostics, expressions());
      long before = diagnostics.errorCount();
      Map<String, Expression> arguments = binder.bind(use, operator.get());
      return diagnostics.errorCount() > before
          ? new Element.Unresolved(use.span())
          : new Element.OperatorUse(use.span(), operator.get(), arguments);
    }
    return null;
  }

  private Element withoutArguments(sec.compiler.syntax.Element.Use use, Element element) {
    if (!use.arguments().isEmpty()) {
      diagnostics.add(
          Code.E126,
          use.span(),
          use.name() + " takes no arguments",
          "write " + use.name() + " alone");
    }
    return element;
  }

  /** What to write where a word of the language, or of an expression, came to stand in a chain. */
  private @Nullable String misplaced(String text) {
    if (scope.names().contains(text)) {
      return text + " is a number; numbers stand in arguments, not in chains";
    }
    return switch (text) {
      case "add", "mul", "concat" ->
          "branches are separated by |: " + text + "(conv(C) | identity)";
      case "slot" -> "a declaration ends with a semicolon: slot gate;";
      case "let" -> "write: let x = conv(C);";
      case "require" -> "write: require (C > 1) \"what is needed\";";
      default -> null;
    };
  }

  private void unknown(QualifiedName name) {
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
