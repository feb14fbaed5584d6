package sec.compiler.syntax;

import java.util.List;
import java.util.TreeSet;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.FailedPredicateException;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.source.Source;
import sec.compiler.source.Span;
import sec.grammar.SenetLexer;
import sec.grammar.SenetParser;

/**
 * Says what was found and what the grammar would have taken in its place, in the grammar's words,
 * and lets the parser go on to find the next error.
 */
final class ExpectingErrorStrategy extends DefaultErrorStrategy {
  /** More than these, and a list helps nobody. */
  private static final int MOST_EXPECTED = 8;

  private final Source source;
  private final Diagnostics diagnostics;

  /** Where errors were, as places of tokens. */
  private final TreeSet<Integer> broken = new TreeSet<>();

  ExpectingErrorStrategy(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  @Override
  protected void reportNoViableAlternative(Parser parser, NoViableAltException e) {
    report(parser, e.getOffendingToken(), parser.getExpectedTokens());
  }

  @Override
  protected void reportInputMismatch(Parser parser, InputMismatchException e) {
    report(parser, e.getOffendingToken(), e.getExpectedTokens());
  }

  @Override
  protected void reportFailedPredicate(Parser parser, FailedPredicateException e) {
    report(parser, e.getOffendingToken(), parser.getExpectedTokens());
  }

  @Override
  public Token recoverInline(Parser parser) {
    // Nothing is put in or left out by guess: what follows would be told as errors, too.
    throw new InputMismatchException(parser);
  }

  @Override
  public void recover(Parser parser, RecognitionException e) {
    ParserRuleContext context = parser.getContext();
    broken.add(parser.getCurrentToken().getTokenIndex());
    if (!ErrorRecovery.isPlace(context)) {
      throw e;
    }
    ErrorRecovery.skip(parser, context);
  }

  @Override
  public void sync(Parser parser) {
    ATNState state = parser.getInterpreter().atn.states.get(parser.getState());
    if (inErrorRecoveryMode(parser)) {
      return;
    }
    IntervalSet next = parser.getATN().nextTokens(state);
    if (next.contains(Token.EPSILON) || next.contains(parser.getInputStream().LA(1))) {
      return;
    }
    if (!isChoice(state)) {
      return;
    }
    InputMismatchException e = new InputMismatchException(parser);
    ParserRuleContext context = parser.getContext();
    boolean between = ErrorRecovery.isRow(context) || context.getParent() == null;
    if (!between) {
      throw e;
    }
    // Between statements or declarations: the row of them goes on.
    reportError(parser, e);
    broken.add(parser.getCurrentToken().getTokenIndex());
    ErrorRecovery.skipWithin(parser, context);
  }

  private static boolean isChoice(ATNState state) {
    return switch (state.getStateType()) {
      case ATNState.BLOCK_START,
          ATNState.STAR_BLOCK_START,
          ATNState.PLUS_BLOCK_START,
          ATNState.STAR_LOOP_ENTRY,
          ATNState.PLUS_LOOP_BACK,
          ATNState.STAR_LOOP_BACK ->
          true;
      default -> false;
    };
  }

  /** Whether the tokens from one to the other, both included, have an error among them. */
  boolean isBroken(int first, int last) {
    Integer next = broken.ceiling(first);
    return next != null && next <= last;
  }

  /** Whether every error is inside of one of these. */
  boolean allWithin(List<? extends ParserRuleContext> contexts) {
    TreeSet<Integer> outside = new TreeSet<>(broken);
    for (ParserRuleContext context : contexts) {
      int first = context.getStart().getTokenIndex();
      int last = context.getStop() == null ? Integer.MAX_VALUE : context.getStop().getTokenIndex();
      outside.subSet(first, true, Math.max(first, last), true).clear();
    }
    return outside.isEmpty();
  }

  private void report(Parser parser, Token found, IntervalSet expected) {
    List<String> words = ExpectedWords.of(expected);
    String message =
        words.isEmpty() || words.size() > MOST_EXPECTED
            ? "unexpected " + described(found)
            : "expected " + alternatives(words) + ", found " + described(found);
    diagnostics.add(Code.E101, span(found), message, help(parser, found, words));
    if (diagnostics.isSpent()) {
      throw new ParseCancellationException();
    }
  }

  private Span span(Token token) {
    int start = Math.min(token.getStartIndex(), source.text().length());
    int end = token.getType() == Token.EOF ? start : token.getStopIndex() + 1;
    return source.span(start, Math.max(start, end));
  }

  private static String described(Token token) {
    return switch (token.getType()) {
      case Token.EOF -> "the end of the text";
      case SenetLexer.STRING -> "the string " + token.getText();
      case SenetLexer.DOC -> "a doc comment, which stands before a block, net or variant";
      case SenetLexer.UNKNOWN ->
          token.getText().equals("\"")
              ? "a quote whose string does not end on its line, or has a \\ not of \\\" \\\\ \\n"
              : "the character \"" + token.getText() + "\"";
      default -> "\"" + token.getText() + "\"";
    };
  }

  private static String alternatives(List<String> words) {
    return words.size() == 1
        ? words.getFirst()
        : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }

  private static @Nullable String help(Parser parser, Token found, List<String> words) {
    boolean inBody = parser.getContext().getRuleIndex() == SenetParser.RULE_body;
    boolean parenthesis = words.contains("\")\"");
    return switch (found.getText()) {
      case ">", "<" ->
          parenthesis && !words.contains("\";\"")
              ? comparesOn(parser) || found.getText().equals("<")
                  ? "put a comparison in parentheses: (a " + found.getText() + " b)"
                  : "close the parenthesis: )"
              : null;
      case "==", "!=", "<=", ">=", "and", "or" ->
          "put a comparison in parentheses: (a " + found.getText() + " b)";
      case ":" -> "a label stands before the whole statement: label: chain";
      case "," ->
          words.contains("\"|\"")
              ? "branches are separated by |"
              : inBody ? "statements are separated by ;" : null;
      default ->
          inBody && words.contains("\";\"")
              ? "statements are separated by ; and a body is closed by >"
              : null;
    };
  }

  /** Whether what follows the sign could be compared by it. */
  private static boolean comparesOn(Parser parser) {
    int next = parser.getInputStream().LA(2);
    return next == SenetLexer.IDENTIFIER || next == SenetLexer.NUMBER;
  }
}
