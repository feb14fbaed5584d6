package sec.compiler.model;

import java.util.Map;
import sec.compiler.syntax.Element.Argument;
import sec.compiler.syntax.Expression;

/** Goes through bodies and what stands in them, block values in arguments included. */
abstract class Walk {
  void body(Body body) {
    body.statements().forEach(this::statement);
  }

  void statement(Statement statement) {
    switch (statement) {
      case Statement.Let let -> chain(let.chain());
      case Statement.Unpack unpack -> chain(unpack.chain());
      case Statement.Sharing sharing -> chain(sharing.share().chain());
      case Statement.Output output -> chain(output.chain());
      case Statement.Phase phase -> chain(phase.chain());
      case Statement.Flow flow -> chain(flow.chain());
      case Statement.Require ignored -> {}
      case Statement.Scale ignored -> {}
    }
  }

  void chain(Chain chain) {
    chain.elements().forEach(this::element);
  }

  void element(Element element) {
    switch (element) {
      case Element.BlockUse use -> {
        use(use);
        arguments(use.arguments());
      }
      case Element.SlotUse use -> arguments(use.arguments());
      case Element.OperatorUse use -> arguments(use.arguments());
      case Element.ParameterUse use -> {
        use.positional().forEach(this::expression);
        arguments(use.named());
      }
      case Element.Group group -> body(group.body());
      case Element.Merge merge -> merge.branches().forEach(branch -> chain(branch.chain()));
      case Element.Repeat repeat -> element(repeat.element());
      case Element.For loop -> {
        expression(loop.list());
        body(loop.body());
      }
      case Element.Conditional conditional -> {
        body(conditional.then());
        if (conditional.otherwise() != null) {
          body(conditional.otherwise());
        }
      }
      case Element.ShareUse ignored -> {}
      case Element.ValueUse ignored -> {}
      case Element.Default ignored -> {}
      case Element.Identity ignored -> {}
      case Element.Unresolved ignored -> {}
    }
  }

  /** A block is used here, or given as a value. */
  abstract void use(Element.BlockUse use);

  private void arguments(Map<String, Expression> arguments) {
    arguments.values().forEach(this::expression);
  }

  void expression(Expression expression) {
    switch (expression) {
      case BlockExpression block -> element(block.element());
      case Expression.Call call ->
          call.arguments().stream().map(Argument::value).forEach(this::expression);
      case Expression.Listing listing -> listing.items().forEach(this::expression);
      case Expression.Index index -> expression(index.list());
      case Expression.Choice choice -> {
        expression(choice.then());
        expression(choice.otherwise());
      }
      default -> {}
    }
  }

  /** All that a block or net is made of. */
  void template(Template template) {
    for (Parameter parameter : template.parameters()) {
      if (parameter.fallback() != null) {
        expression(parameter.fallback());
      }
    }
    template.slots().forEach(slot -> chain(slot.fallback()));
    body(template.body());
  }
}
