package sec.compiler.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.Name;
import sec.compiler.syntax.QualifiedName;

/** Checks that every word of an expression names something. */
final class ExpressionChecker {
  private final Set<String> names;
  private final @Nullable ChainScope locals;
  private final Diagnostics diagnostics;

  /**
   * Makes a checker.
   *
   * @param names what single words may be
   * @param locals whose bound values have sizes; null where there are none
   */
  ExpressionChecker(Set<String> names, @Nullable ChainScope locals, Diagnostics diagnostics) {
    this.names = names;
    this.locals = locals;
    this.diagnostics = diagnostics;
  }

  /** Whether every word of {@code expression} has a meaning; where not, that is reported. */
  boolean check(Expression expression) {
    long before = diagnostics.errorCount();
    visit(expression);
    return diagnostics.errorCount() == before;
  }

  private void visit(Expression expression) {
    switch (expression) {
      case Expression.Literal ignored -> {}
      case Expression.Reference reference -> reference(reference.name());
      case Expression.Call call -> call(call);
      case Expression.Listing listing -> listing.items().forEach(this::visit);
      case Expression.Index index -> {
        visit(index.list());
        visit(index.index());
      }
      case Expression.Unary unary -> visit(unary.operand());
      case Expression.Binary binary -> {
        visit(binary.left());
        visit(binary.right());
      }
      case Expression.Choice choice -> {
        visit(choice.condition());
        visit(choice.then());
        visit(choice.otherwise());
      }
    }
  }

  private void call(Expression.Call call) {
    Name name = call.function();
    Optional<MathFunction> function = MathFunction.of(name.text());
    if (function.isEmpty()) {
      diagnostics.add(
          Code.E122,
          name.span(),
          "there is no function " + name,
          Suggestion.help(name.text(), MathFunction.words(), "functions"));
    } else if (!function.get().takes(call.arguments().size())) {
      diagnostics.add(
          Code.E126,
          call.span(),
          "%s takes %s argument%s, but gets %d"
              .formatted(
                  name,
                  function.get().arity(),
                  function.get().arity().endsWith("1") ? "" : "s",
                  call.arguments().size()),
          null);
    }
    call.arguments().forEach(this::visit);
  }

  private void reference(QualifiedName name) {
    if (name.isSimple()) {
      if (!names.contains(name.toString()) && !name.toString().equals("none")) {
        unknown(name);
      }
      return;
    }
    boolean size = name.parts().size() == 2 && Words.SIZES.contains(name.last().text());
    if (!size || locals == null || locals.local(name.first().text()).isEmpty()) {
      diagnostics.add(
          Code.E122,
          name.span(),
          "there is no bound value with the size " + name,
          "sizes are x.C, x.H and x.W of a value bound by: let x = ...");
    }
  }

  private void unknown(QualifiedName name) {
    String text = name.toString();
    String help;
    if (locals != null && locals.local(text).isPresent()) {
      help = text + " is a value; its sizes are " + text + ".C, " + text + ".H, " + text + ".W";
    } else if (Words.SIZES.contains(text)) {
      help = "parameters of nets and variants see no sizes, and settings neither: write the number";
    } else {
      List<String> all = new ArrayList<>(names);
      help =
          all.isEmpty() ? "there are no parameters here" : Suggestion.help(text, all, "here are");
    }
    diagnostics.add(Code.E122, name.span(), "there is no parameter or size " + text, help);
  }
}
