package sec.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import sec.grammar.SenetParser.BlockContext;
import sec.grammar.SenetParser.BodyContext;
import sec.grammar.SenetParser.DeclarationContext;
import sec.grammar.SenetParser.ExperimentContext;
import sec.grammar.SenetParser.NetContext;
import sec.grammar.SenetParser.VariantContext;

/**
 * Makes the syntax tree of each declaration as soon as it is parsed and lets go of its parse tree,
 * which takes ten times the memory: so there is one of those at a time.
 */
final class BuiltDeclarations implements ParseTreeListener {
  /** The signs that end a declaration. */
  private static final Set<String> CLOSING = Set.of(">", ";");

  private final SyntaxBuilder builder;
  private final Predicate<ParserRuleContext> broken;
  private final List<Declaration> all = new ArrayList<>();
  private @Nullable TextLimitException beyond;

  /** Makes those by {@code builder} that are not {@code broken}. */
  BuiltDeclarations(SyntaxBuilder builder, Predicate<ParserRuleContext> broken) {
    this.builder = builder;
    this.broken = broken;
  }

  /** All of them, in order. */
  List<Declaration> all() {
    if (beyond != null) {
      throw beyond;
    }
    return all;
  }

  @Override
  public void exitEveryRule(ParserRuleContext context) {
    if (context instanceof DeclarationContext declaration
        && isWhole(declaration)
        && !broken.test(declaration)) {
      try {
        all.add(builder.declaration(declaration));
      } catch (TextLimitException e) {
        beyond = beyond == null ? e : beyond;
      }
      declaration.children = null;
    }
  }

  /** Whether it has the sign that ends it: where a limit stops the parser, rules are left early. */
  private static boolean isWhole(ParserRuleContext context) {
    ParseTree last = context.getChild(context.getChildCount() - 1);
    return switch (last) {
      case TerminalNode sign -> CLOSING.contains(sign.getText());
      case BlockContext block -> isWhole(block);
      case NetContext net -> isWhole(net);
      case VariantContext variant -> isWhole(variant);
      case ExperimentContext experiment -> isWhole(experiment);
      case BodyContext body -> isWhole(body);
      case null, default -> false;
    };
  }

  @Override
  public void enterEveryRule(ParserRuleContext context) {}

  @Override
  public void visitTerminal(TerminalNode node) {}

  @Override
  public void visitErrorNode(ErrorNode node) {}
}
