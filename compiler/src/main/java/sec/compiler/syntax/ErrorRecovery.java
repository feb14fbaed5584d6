package sec.compiler.syntax;

import java.util.Set;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import sec.grammar.SenetLexer;
import sec.grammar.SenetParser;

/**
 * Where the parser goes on after an error: behind the statement, line or declaration that has it.
 * Brackets are counted from where that began, so that what is wrong inside of one statement is not
 * said again of the next.
 */
final class ErrorRecovery {
  private static final Set<Integer> DECLARATIONS =
      Set.of(SenetLexer.BLOCK, SenetLexer.NET, SenetLexer.VARIANT, SenetLexer.EXPERIMENT);

  /** Rules that end in a semicolon, or where their brackets do. */
  private static final Set<Integer> LINES =
      Set.of(SenetParser.RULE_statement, SenetParser.RULE_graft, SenetParser.RULE_setting);

  /** Rules that are a row of such lines in angle brackets. */
  private static final Set<Integer> ROWS =
      Set.of(SenetParser.RULE_body, SenetParser.RULE_variant, SenetParser.RULE_experiment);

  private ErrorRecovery() {}

  /** Whether the rule is a row of lines, which goes on behind a line with an error. */
  static boolean isRow(ParserRuleContext context) {
    return ROWS.contains(context.getRuleIndex());
  }

  /** Skips to where the row, or the file, that the parser is in goes on. */
  static void skipWithin(Parser parser, ParserRuleContext context) {
    TokenStream tokens = parser.getInputStream();
    if (isRow(context)) {
      skipLine(parser, tokens, tokens.index());
    } else {
      parser.consume();
      skipToDeclaration(parser);
    }
  }

  /** Whether the parser can go on behind the rule it is in. */
  static boolean isPlace(ParserRuleContext context) {
    int rule = context.getRuleIndex();
    return LINES.contains(rule)
        || rule == SenetParser.RULE_declaration
        || rule == SenetParser.RULE_importation
        || rule == SenetParser.RULE_header
        || context.getParent() == null;
  }

  /** Skips to where the parser can go on behind {@code context}. */
  static void skip(Parser parser, ParserRuleContext context) {
    TokenStream tokens = parser.getInputStream();
    int rule = context.getRuleIndex();
    if (LINES.contains(rule)) {
      skipLine(parser, tokens, context.getStart().getTokenIndex());
    } else if (rule == SenetParser.RULE_importation || rule == SenetParser.RULE_header) {
      while (tokens.LA(1) != Token.EOF && !text(tokens).equals(";") && !isDeclaration(tokens)) {
        parser.consume();
      }
      if (text(tokens).equals(";")) {
        parser.consume();
      }
    } else {
      skipToDeclaration(parser);
    }
  }

  /** Skips to the next declaration, or the end. */
  static void skipToDeclaration(Parser parser) {
    TokenStream tokens = parser.getInputStream();
    while (tokens.LA(1) != Token.EOF && !isDeclaration(tokens)) {
      parser.consume();
    }
  }

  private static void skipLine(Parser parser, TokenStream tokens, int start) {
    Brackets brackets = new Brackets();
    for (int i = start; i < tokens.index(); i++) {
      brackets.take(tokens, i);
    }
    while (tokens.LA(1) != Token.EOF && !isDeclaration(tokens)) {
      boolean outside = brackets.isEmpty();
      String text = text(tokens);
      if (outside && (text.equals(";") || text.equals(">"))) {
        return;
      }
      brackets.take(tokens, tokens.index());
      parser.consume();
    }
  }

  private static String text(TokenStream tokens) {
    return tokens.LT(1).getText();
  }

  /** A declaration begins a line, or stands behind the end of another. */
  private static boolean isDeclaration(TokenStream tokens) {
    Token token = tokens.LT(1);
    boolean begins = token.getCharPositionInLine() == 0;
    if (token.getType() == SenetLexer.DOC) {
      return begins;
    }
    Token before = tokens.LT(-1);
    boolean follows = before != null && before.getText().equals(">");
    return DECLARATIONS.contains(token.getType())
        && (begins || follows)
        && tokens.LA(2) == SenetLexer.IDENTIFIER;
  }

  /** Brackets that are open; a comparison's signs, inside of parentheses, are none. */
  private static final class Brackets {
    private final StringBuilder open = new StringBuilder();

    boolean isEmpty() {
      return open.isEmpty();
    }

    void take(TokenStream tokens, int index) {
      String text = tokens.get(index).getText();
      boolean parenthesis = !isEmpty() && open.charAt(open.length() - 1) != '<';
      switch (text) {
        case "(", "[" -> open.append(text);
        case "<" -> {
          if (!parenthesis || !followsOperand(tokens, index)) {
            open.append(text);
          }
        }
        case ")" -> close("(");
        case "]" -> close("[");
        case ">" -> {
          if (!parenthesis) {
            close("<");
          }
        }
        default -> {}
      }
    }

    /** Closes the nearest such bracket, and those left open inside of it. */
    private void close(String bracket) {
      int at = open.lastIndexOf(bracket);
      if (at >= 0) {
        open.setLength(at);
      }
    }

    private static boolean followsOperand(TokenStream tokens, int index) {
      for (int i = index - 1; i >= 0; i--) {
        Token before = tokens.get(i);
        if (before.getChannel() == Token.DEFAULT_CHANNEL) {
          return before.getType() == SenetLexer.IDENTIFIER
              || before.getType() == SenetLexer.NUMBER
              || before.getType() == SenetLexer.STRING
              || before.getText().equals(")")
              || before.getText().equals("]");
        }
      }
      return false;
    }
  }
}
