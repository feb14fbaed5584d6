package sec.compiler.syntax;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.source.Source;

/** Refuses two semicolons side by side, which the grammar takes so that it never loses its way. */
final class EmptyStatements implements ParseTreeListener {
  private final Source source;
  private final Diagnostics diagnostics;
  private boolean semicolon;

  EmptyStatements(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  @Override
  public void visitTerminal(TerminalNode node) {
    boolean again = node.getText().equals(";");
    if (again && semicolon) {
      int start = node.getSymbol().getStartIndex();
      diagnostics.add(
          Code.E101,
          source.span(start, start + 1),
          "expected an operation, found \";\"",
          "one semicolon separates two statements");
      if (diagnostics.isSpent()) {
        throw new ParseCancellationException();
      }
    }
    semicolon = again;
  }

  @Override
  public void visitErrorNode(ErrorNode node) {
    semicolon = false;
  }

  @Override
  public void enterEveryRule(ParserRuleContext context) {}

  @Override
  public void exitEveryRule(ParserRuleContext context) {}
}
