package sec.compiler.syntax;

import java.util.Set;
import org.antlr.v4.runtime.Token;
import sec.compiler.source.Source;
import sec.compiler.source.Span;
import sec.grammar.SenetLexer;

/**
 * What a text may be, told from its tokens before it is parsed. Memory goes with tokens: some
 * hundred bytes for each while a file is read, and some thousand for those of the declaration that
 * the parser is in.
 */
final class TokenLimits {
  /** Words and signs in one file: more than 100,000 lines as people write them have. */
  private static final int MOST = 750_000;

  /** Words and signs in one declaration. */
  private static final int MOST_IN_ONE = 100_000;

  /** Characters of a name: names become names of files, where 255 are the most. */
  private static final int LONGEST_NAME = 200;

  /** Characters of a string, which stands for a message or a path. */
  private static final int LONGEST_STRING = 2000;

  /** Brackets inside one another: more than any person writes, few enough for any stack. */
  private static final int DEEPEST = 100;

  private static final Set<Integer> DECLARATIONS =
      Set.of(SenetLexer.BLOCK, SenetLexer.NET, SenetLexer.VARIANT, SenetLexer.EXPERIMENT);

  private final Source source;
  private int depth;
  private int inAll;
  private int inOne;

  TokenLimits(Source source) {
    this.source = source;
  }

  /** The next token, unless with it the text is beyond the limits. */
  void take(Token token) {
    int length = token.getStopIndex() + 1 - token.getStartIndex();
    if (length == 1) {
      bracket(token);
    }
    boolean begins = depth == 0 || token.getCharPositionInLine() == 0;
    if (begins && DECLARATIONS.contains(token.getType())) {
      inOne = 1;
    } else if (inOne > 0 && ++inOne > MOST_IN_ONE) {
      throw TextLimitException.size(
          span(token),
          "the declaration has more than %,d words and signs".formatted(MOST_IN_ONE),
          "split it into blocks, or repeat with * and for");
    }
    if (++inAll > MOST) {
      throw TextLimitException.size(
          span(token),
          "the text has more than %,d words and signs".formatted(MOST),
          "split it into files that are checked one by one");
    }
    if (token.getType() == SenetLexer.IDENTIFIER) {
      requireShort(token, length, "a name", LONGEST_NAME);
    } else if (token.getType() == SenetLexer.STRING) {
      requireShort(token, length, "a string", LONGEST_STRING);
    }
  }

  private void requireShort(Token token, int length, String what, int longest) {
    if (length > longest) {
      throw TextLimitException.size(
          span(token),
          "%s of %,d characters; at most %,d are taken".formatted(what, length, longest),
          "shorten it");
    }
  }

  private void bracket(Token token) {
    switch (token.getText()) {
      case "<", "(", "[" -> depth++;
      case ">", ")", "]" -> depth = Math.max(0, depth - 1);
      default -> {}
    }
    if (depth > DEEPEST) {
      throw TextLimitException.nesting(
          span(token),
          "the text is nested more than " + DEEPEST + " deep",
          "give the inner part a name as a block of its own");
    }
  }

  private Span span(Token token) {
    return source.span(token.getStartIndex(), token.getStopIndex() + 1);
  }
}
