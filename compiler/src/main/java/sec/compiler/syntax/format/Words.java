package sec.compiler.syntax.format;

import static sec.compiler.syntax.format.Document.row;
import static sec.compiler.syntax.format.Document.text;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import sec.grammar.SenetLexer;

/** Single words with the comments that belong to them: every other layout is made of these. */
final class Words {
  private final Comments comments;

  Words(Comments comments) {
    this.comments = comments;
  }

  /** A word, the comments before it and the one after it. */
  Document word(Token token) {
    return row(comments.before(token), text(shown(token)), comments.after(token));
  }

  Document word(TerminalNode node) {
    return word(node.getSymbol());
  }

  /** The comments of a word that is itself left out. */
  Document withoutWord(Token token) {
    return row(comments.before(token, false), comments.after(token));
  }

  /** A closing bracket's comments, for the layout before it, in line with what it closes. */
  Document beforeClosing(Token token) {
    return comments.before(token);
  }

  /** A closing bracket without the comments before it. */
  Document closing(Token token) {
    return row(text(token.getText()), comments.after(token));
  }

  /** An empty line where the author left one or several before {@code context}. */
  Document space(ParserRuleContext context) {
    return space(context.getStart());
  }

  Document space(Token token) {
    return comments.isSetOff(token) ? Breaks.BLANK : Breaks.EMPTY;
  }

  /** All words of {@code tree} without spaces between them: {@code stage3.*[let i]} apart. */
  Document tight(ParseTree tree) {
    if (tree instanceof TerminalNode node) {
      return word(node);
    }
    List<Document> parts = new ArrayList<>();
    for (int i = 0; i < tree.getChildCount(); i++) {
      parts.add(tight(tree.getChild(i)));
    }
    return row(parts);
  }

  private static String shown(Token token) {
    String text = token.getText();
    if (token.getType() != SenetLexer.DOC) {
      return text;
    }
    String line = text.substring(3).strip();
    return line.isEmpty() ? "///" : "/// " + line;
  }
}
