package sec.compiler.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.operators.Operator;
import sec.compiler.source.Span;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.Name;
import sec.compiler.syntax.QualifiedName;
import sec.compiler.values.Value;

/** Resolves bodies and chains. */
final class BodyResolver {
  private final ChainScope scope;
  private final Diagnostics diagnostics;

  BodyResolver(ChainScope scope) {
    this.scope = scope;
    this.diagnostics = scope.diagnostics();
  }

  private BodyResolver nested() {
    return new BodyResolver(scope.nested());
  }

  private @Nullable Expression expression(Expression expression) {
    return new ExpressionResolver(scope).resolve(expression);
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
      if (!slot.isUsed()) {
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
    List<Parameter> parameters =
        new ParameterResolver(scope).ofSlot(declared.parameters(), scope.names());
    Slot slot = new Slot(name.text(), name.span(), parameters);
    if (declared.content() != null) {
      slot.complete(new BodyResolver(scope.content(parameters)).chain(declared.content()));
    }
    scope.declare(slot);
    return slot;
  }

  private void requireFree(Name name) {
    String text = name.text();
    boolean taken =
        Operator.of(text).isPresent()
            || Words.RESERVED.contains(text)
            || scope.slot(text).isPresent()
            || scope.local(text).isPresent()
            || scope.sharedAs(text).isPresent()
            || scope.isBlockParameter(text);
    String what = Operator.of(text).isPresent() ? "an operator" : "declared already";
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

  /** The body of a block value. */
  Element group(Expression.Block block) {
    return new Element.Group(body(block.body()));
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
          Expression condition = expression(require.condition());
          if (condition != null) {
            statements.add(new Statement.Require(require.span(), condition, require.message()));
          }
        }
        case sec.compiler.syntax.Statement.Share share -> statements.add(share(share));
        case sec.compiler.syntax.Statement.Output output -> statements.add(output(output));
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
      switch (statement) {
        case Statement.Let let -> requireUsed(let.local());
        case Statement.Unpack unpack -> unpack.locals().forEach(this::requireUsed);
        case Statement.Sharing sharing -> requireUsed(sharing.share());
        default -> {}
      }
    }
  }

  private void requireUsed(Local local) {
    if (!local.isUsed()) {
      diagnostics.add(
          Code.E136,
          local.span(),
          local + " is bound and never used",
          "start a chain with it, merge it: add(identity | " + local + "), or leave it out");
    }
  }

  private void requireUsed(Share share) {
    if (!share.isUsed()) {
      diagnostics.add(
          Code.E136,
          share.span(),
          share.name() + " is shared and never used",
          "use it in chains: add(gap " + share.name() + " | gmp " + share.name() + ")");
    }
  }

  private Statement let(sec.compiler.syntax.Statement.Let let) {
    Chain chain = chain(let.chain());
    List<Local> locals = new ArrayList<>();
    for (Name name : let.names()) {
      requireFree(name);
      Local local = new Local(name.text(), name.span());
      scope.bind(local);
      locals.add(local);
    }
    return locals.size() == 1
        ? new Statement.Let(let.span(), locals.getFirst(), chain)
        : new Statement.Unpack(let.span(), locals, chain);
  }

  private Statement output(sec.compiler.syntax.Statement.Output declared) {
    Name name = declared.name();
    if (name.text().equals(Words.RESULT) || name.text().equals(Words.INPUT)) {
      diagnostics.add(
          Code.E124,
          name.span(),
          "%s is what a network's %s is called already"
              .formatted(name, name.text().equals(Words.INPUT) ? "input" : "result"),
          "give this output another name");
    }
    return new Statement.Output(declared.span(), name.text(), nested().chain(declared.chain()));
  }

  private Statement share(sec.compiler.syntax.Statement.Share declared) {
    Chain chain = nested().chain(declared.chain());
    requireFree(declared.name());
    Share share =
        new Share(declared.name().text(), declared.name().span(), place(declared.place()), chain);
    scope.share(share);
    return new Statement.Sharing(declared.span(), share);
  }

  private Share.@Nullable Place place(sec.compiler.syntax.Statement.@Nullable Place place) {
    if (place == null || place.index() == null) {
      return place == null ? null : new Share.Place(place.word().text(), null);
    }
    if (place.index() instanceof Expression.Literal literal
        && literal.value() instanceof Value.Number number
        && number.value().isInt()) {
      return new Share.Place(place.word().text(), number.value().intValueExact());
    }
    diagnostics.add(
        Code.E201,
        place.index().span(),
        "an index of a path is a whole number below 2^31, but this is "
            + place.index().span().text(),
        "indices count from 0");
    return null;
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
    if (diagnostics.isSpent()) {
      return new Element.Unresolved(element.span());
    }
    return switch (element) {
      case sec.compiler.syntax.Element.Use use -> new UseResolver(scope).use(use);
      case sec.compiler.syntax.Element.Group group -> new Element.Group(body(group.body()));
      case sec.compiler.syntax.Element.Repeat repeat -> {
        Expression count = expression(repeat.count());
        Element repeated = element(repeat.element());
        yield count == null
            ? new Element.Unresolved(repeat.span())
            : new Element.Repeat(repeat.span(), repeated, count);
      }
      case sec.compiler.syntax.Element.Merge merge -> merge(merge);
      case sec.compiler.syntax.Element.For loop -> loop(loop);
      case sec.compiler.syntax.Element.Conditional conditional -> conditional(conditional);
    };
  }

  private Element merge(sec.compiler.syntax.Element.Merge merge) {
    Operator operator = Operator.of(merge.kind().word()).orElseThrow();
    Map<String, Expression> arguments =
        new ArgumentBinder(scope).bind(merge.span(), merge.arguments(), Callee.of(operator), true);
    List<Element.Branch> branches =
        merge.branches().stream().map(branch -> branch(branch, merge.kind())).toList();
    return arguments == null
        ? new Element.Unresolved(merge.span())
        : new Element.Merge(merge.span(), merge.kind(), branches, arguments);
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
    Expression condition = expression(conditional.condition());
    Body then = body(conditional.then());
    Body otherwise = conditional.otherwise() == null ? null : otherwise(conditional.otherwise());
    return condition == null
        ? new Element.Unresolved(conditional.span())
        : new Element.Conditional(conditional.span(), condition, then, otherwise);
  }

  private Element loop(sec.compiler.syntax.Element.For loop) {
    Expression list = expression(loop.list());
    Set<String> names = new LinkedHashSet<>();
    for (Name name : loop.names()) {
      boolean taken =
          scope.names().contains(name.text())
              || Words.SIZES.contains(name.text())
              || Words.VALUES.contains(name.text());
      if (taken || !names.add(name.text())) {
        diagnostics.add(
            Code.E124,
            name.span(),
            name + " already has a meaning in expressions here",
            "give it another name");
      }
    }
    Body body =
        new Body(
            loop.body().span(),
            new BodyResolver(scope.nested(names)).statements(loop.body(), false));
    return list == null
        ? new Element.Unresolved(loop.span())
        : new Element.For(loop.span(), loop.names(), list, body);
  }

  private Body otherwise(sec.compiler.syntax.Element otherwise) {
    if (otherwise instanceof sec.compiler.syntax.Element.Group group) {
      return body(group.body());
    }
    Span span = otherwise.span();
    Element inner = nested().element(otherwise);
    return new Body(span, List.of(new Statement.Flow(span, null, new Chain(span, List.of(inner)))));
  }
}
