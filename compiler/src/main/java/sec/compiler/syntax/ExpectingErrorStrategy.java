package sec.compiler.syntax;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.FailedPredicateException;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.source.Source;
import sec.compiler.source.Span;
import sec.grammar.SenetLexer;

/**
 * Says what was found and what the grammar would have taken in its place, in the grammar's words,
 * and lets the parser go on to find the next error.
 */
final class ExpectingErrorStrategy extends DefaultErrorStrategy {
  /** More than these, and a list helps nobody. */
  private static final int MOST_EXPECTED = 8;

  private final Source source;
  private final Diagnostics diagnostics;

  ExpectingErrorStrategy(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  @Override
  protected void reportNoViableAlternative(Parser parser, NoViableAltException e) {
    report(e.getOffendingToken(), parser.getExpectedTokens());
  }

  @Override
  protected void reportInputMismatch(Parser parser, InputMismatchException e) {
    report(e.getOffendingToken(), e.getExpectedTokens());
  }

  @Override
  protected void reportFailedPredicate(Parser parser, FailedPredicateException e) {
    report(e.getOffendingToken(), parser.getExpectedTokens());
  }

  @Override
  protected void reportUnwantedToken(Parser parser) {
    if (!inErrorRecoveryMode(parser)) {
      beginErrorCondition(parser);
      report(parser.getCurrentToken(), getExpectedTokens(parser));
    }
  }

  @Override
  protected void reportMissingToken(Parser parser) {
    reportUnwantedToken(parser);
  }

  private void report(Token found, IntervalSet expected) {
    Set<String> words = words(expected);
    String message = "unexpected " + described(found);
    if (!words.isEmpty() && words.size() <= MOST_EXPECTED) {
      message += "; expected " + alternatives(List.copyOf(words));
    }
    diagnostics.add(Code.E101, span(found), message, help(found, words));
  }

  private Span span(Token token) {
    int start = Math.min(token.getStartIndex(), source.text().length());
    int end = token.getType() == Token.EOF ? start : token.getStopIndex() + 1;
    return source.span(start, Math.max(start, end));
  }

  private static String described(Token token) {
    return switch (token.getType()) {
      case Token.EOF -> "end of the text";
      case SenetLexer.STRING -> "string " + token.getText();
      case SenetLexer.DOC -> "doc comment: it stands before a block, net or variant";
      case SenetLexer.UNKNOWN ->
          token.getText().equals("\"")
              ? "string: it does not end on its line, or has a \\ that is not of \\\" \\\\ \\n"
              : "character \"" + token.getText() + "\"";
      default -> "\"" + token.getText() + "\"";
    };
  }

  private static Set<String> words(IntervalSet expected) {
    boolean name = expected.contains(SenetLexer.IDENTIFIER);
    Set<String> words = new LinkedHashSet<>();
    if (name) {
      words.add("a name");
    }
    Set<String> others = new TreeSet<>();
    for (int type : expected.toList()) {
      String word = word(type, name);
      if (!word.isEmpty()) {
        others.add(word);
      }
    }
    words.addAll(others);
    return words;
  }

  /** What a person calls a token; empty for what "a name" already covers. */
  private static String word(int type, boolean name) {
    return switch (type) {
      case SenetLexer.IDENTIFIER, SenetLexer.UNKNOWN -> "";
      case SenetLexer.NUMBER -> "a number";
      case SenetLexer.STRING -> "a string";
      case SenetLexer.DOC -> "";
      case Token.EOF -> "the end";
      case SenetLexer.IF, SenetLexer.NOT, SenetLexer.TRUE, SenetLexer.FALSE ->
          name ? "" : quoted(type);
      default -> name && isWord(type) ? "" : quoted(type);
    };
  }

  private static boolean isWord(int type) {
    String literal = SenetLexer.VOCABULARY.getLiteralName(type);
    return literal != null && Character.isLetter(literal.charAt(1));
  }

  private static String quoted(int type) {
    String literal = SenetLexer.VOCABULARY.getLiteralName(type);
    return literal == null ? "" : "\"" + literal.substring(1, literal.length() - 1) + "\"";
  }

  private static String alternatives(List<String> words) {
    return words.size() == 1
        ? words.getFirst()
        : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }

  private static @Nullable String help(Token found, Set<String> words) {
    return switch (found.getText()) {
      case ">", "<" ->
          words.contains("\")\"") && !words.contains("\";\"")
              ? "put a comparison in parentheses: (a " + found.getText() + " b)"
              : null;
      case "==", "!=", "<=", ">=", "and", "or" ->
          "put a comparison in parentheses: (a " + found.getText() + " b)";
      case ":" -> "a label stands before the whole statement: label: chain";
      case "," ->
          words.contains("\"|\"") ? "branches are separated by |" : "statements are separated by ;";
      default ->
          words.contains("\";\"") && words.contains("\">\"")
              ? "statements are separated by ; and a body is closed by >"
              : null;
    };
  }
}
