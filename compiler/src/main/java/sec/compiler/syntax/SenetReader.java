package sec.compiler.syntax;

import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.source.Source;
import sec.compiler.source.Span;
import sec.compiler.values.Rational;
import sec.grammar.SenetLexer;
import sec.grammar.SenetParser;

/** Reads text into syntax trees. The only door to ANTLR. */
public final class SenetReader {
  /** The language version this compiler speaks. */
  public static final int VERSION = 1;

  /** Deeper nesting than any person writes; the parser's stack holds far more. */
  private static final int DEEPEST = 200;

  /** Units of text in one file. */
  private static final int LONGEST = 16 << 20;

  private final Source source;
  private final Diagnostics diagnostics;

  private SenetReader(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /** Reads a file; empty when it has errors, which are then in {@code diagnostics}. */
  public static Optional<SourceFile> file(Source source, Diagnostics diagnostics) {
    SenetReader reader = new SenetReader(source, diagnostics);
    return reader.read(SenetParser::file, reader::file);
  }

  /** Reads {@code slot=Block(args)}. */
  public static Optional<Declaration.Graft> placement(Source source, Diagnostics diagnostics) {
    SenetReader reader = new SenetReader(source, diagnostics);
    return reader.read(
        SenetParser::placement,
        tree -> new SyntaxBuilder(source, reader.expressions()).placement(tree));
  }

  /** Reads one expression or condition. */
  public static Optional<Expression> expression(Source source, Diagnostics diagnostics) {
    SenetReader reader = new SenetReader(source, diagnostics);
    return reader.read(
        SenetParser::setting, tree -> reader.expressions().condition(tree.condition()));
  }

  private ExpressionBuilder expressions() {
    return new ExpressionBuilder(source, diagnostics);
  }

  private <C extends ParserRuleContext, T> Optional<T> read(
      Function<SenetParser, C> rule, Function<C, T> build) {
    if (source.text().length() > LONGEST) {
      diagnostics.add(
          Code.E104,
          source.span(0, 0),
          "the file has %,d characters; at most %,d are taken"
              .formatted(source.text().length(), LONGEST),
          "split it, and import the parts");
      return Optional.empty();
    }
    long before = diagnostics.errorCount();
    SenetLexer lexer = new SenetLexer(CharStreams.fromString(source.text(), source.name()));
    lexer.removeErrorListeners();
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    tokens.fill();
    if (!nestsWithinLimit(tokens)) {
      return Optional.empty();
    }
    SenetParser parser = new SenetParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new ExpectingErrorStrategy(source, diagnostics));
    try {
      C tree = rule.apply(parser);
      return diagnostics.errorCount() > before ? Optional.empty() : Optional.of(build.apply(tree));
    } catch (StackOverflowError e) {
      // What nests without brackets: a long row of minus signs, or of else if.
      tooDeep(source.span(0, 0));
      return Optional.empty();
    }
  }

  private boolean nestsWithinLimit(CommonTokenStream tokens) {
    int depth = 0;
    for (Token token : tokens.getTokens()) {
      switch (token.getText()) {
        case "<", "(", "[" -> depth++;
        case ">", ")", "]" -> depth = Math.max(0, depth - 1);
        default -> {}
      }
      if (depth > DEEPEST) {
        tooDeep(source.span(token.getStartIndex(), token.getStopIndex() + 1));
        return false;
      }
    }
    return true;
  }

  private void tooDeep(Span span) {
    diagnostics.add(
        Code.E103,
        span,
        "the text is nested more than " + DEEPEST + " deep",
        "give the inner part a name as a block of its own");
  }

  private SourceFile file(SenetParser.FileContext tree) {
    if (tree.header() == null) {
      diagnostics.add(
          Code.W105,
          source.span(0, 0),
          "the file does not say which version of the language it is written in",
          "begin it with: senet " + VERSION + ";");
    } else {
      checkVersion(tree.header().NUMBER().getSymbol());
    }
    return new SyntaxBuilder(source, expressions()).file(tree);
  }

  private void checkVersion(Token number) {
    String text = number.getText();
    if (text.length() > 9 || !Rational.parse(text).equals(Rational.of(VERSION))) {
      diagnostics.add(
          Code.E106,
          source.span(number.getStartIndex(), number.getStopIndex() + 1),
          "this compiler knows version " + VERSION + " of the language, not " + text,
          "write: senet " + VERSION + ";");
    }
  }
}
