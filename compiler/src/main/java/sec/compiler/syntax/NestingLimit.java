package sec.compiler.syntax;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;
import sec.compiler.source.Source;

/**
 * Stops the parser where rules stand too deep inside one another. Brackets are counted before it
 * runs; this is for what nests without them: rows of signs and of {@code else if}.
 */
final class NestingLimit implements ParseTreeListener {
  /** Six rules for each bracket within the limit of those, and room for the rest. */
  private static final int DEEPEST = 800;

  private final Source source;
  private int depth;

  NestingLimit(Source source) {
    this.source = source;
  }

  @Override
  public void enterEveryRule(ParserRuleContext context) {
    if (++depth > DEEPEST) {
      Token token = context.getStart();
      throw TextLimitException.nesting(
          source.span(token.getStartIndex(), token.getStopIndex() + 1),
          "the text is nested too deep here",
          "shorten the row of signs, or of else if");
    }
  }

  @Override
  public void exitEveryRule(ParserRuleContext context) {
    depth--;
  }

  @Override
  public void visitTerminal(TerminalNode node) {}

  @Override
  public void visitErrorNode(ErrorNode node) {}
}
