package sec.compiler.syntax.format;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import sec.grammar.SenetLexer;

/**
 * Which comments belong to which word: one on the same line after a word follows it, others stand
 * before the next word.
 */
final class Comments {
  private final List<Token> tokens;

  Comments(CommonTokenStream tokens) {
    this.tokens = tokens.getTokens();
  }

  /** Comments on lines of their own before {@code word}, and the ends of lines between. */
  Document before(Token word) {
    return before(word, !closes(word));
  }

  /** The same; {@code apart}: an empty line between them and the word may stay. */
  Document before(Token word, boolean apart) {
    List<Document> parts = new ArrayList<>();
    int first = startOfGap(word);
    boolean own = isFirst(first);
    int lines = 0;
    for (int i = first; i < word.getTokenIndex(); i++) {
      Token token = tokens.get(i);
      if (token.getType() == SenetLexer.COMMENT) {
        if (own || lines > 0) {
          parts.add(new Document.Comment(text(token), true, lines > 1 && !opens(first)));
        }
        own = true;
        lines = 0;
      } else {
        lines += lines(token);
      }
    }
    if (!parts.isEmpty()) {
      parts.add(lines > 1 && apart ? Breaks.BLANK : Breaks.HARD);
    }
    return Document.row(parts);
  }

  /** The comment on the rest of the line after {@code word}. */
  Document after(Token word) {
    for (int i = word.getTokenIndex() + 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.getType() == SenetLexer.COMMENT) {
        return new Document.Comment(text(token), false, false);
      }
      if (token.getChannel() == Token.DEFAULT_CHANNEL || lines(token) > 0) {
        break;
      }
    }
    return Breaks.EMPTY;
  }

  /** Whether the author left a line empty before {@code word}, or before its comments. */
  boolean isSetOff(Token word) {
    int lines = 0;
    int first = startOfGap(word);
    for (int i = first; i < word.getTokenIndex(); i++) {
      Token token = tokens.get(i);
      boolean follows = lines == 0 && !isFirst(first);
      if (token.getType() == SenetLexer.COMMENT && !follows) {
        break;
      }
      lines += lines(token);
    }
    return lines > 1;
  }

  private int startOfGap(Token word) {
    int first = word.getTokenIndex();
    while (first > 0 && tokens.get(first - 1).getChannel() != Token.DEFAULT_CHANNEL) {
      first--;
    }
    return first;
  }

  private static boolean isFirst(int start) {
    return start == 0;
  }

  /** Whether what stands before the gap opens something: no empty line follows that. */
  private boolean opens(int start) {
    if (start == 0) {
      return true;
    }
    return switch (tokens.get(start - 1).getText()) {
      case "<", "(", "[" -> true;
      default -> false;
    };
  }

  private static boolean closes(Token word) {
    return switch (word.getText()) {
      case ">", ")", "]" -> true;
      default -> false;
    };
  }

  private static String text(Token comment) {
    return comment.getText().stripTrailing();
  }

  private static int lines(Token space) {
    return space.getType() == SenetLexer.SPACE
        ? (int) space.getText().chars().filter(c -> c == '\n').count()
        : 0;
  }
}
