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
import sec.compiler.values.Rational;
import sec.grammar.SenetLexer;
import sec.grammar.SenetParser;

/** Reads text into syntax trees. The only door to ANTLR. */
public final class SenetReader {
  /** The language version this compiler speaks. */
  public static final int VERSION = 1;

  /** Brackets inside one another: more than any person writes, few enough for any stack. */
  private static final int DEEPEST = 100;

  /** Characters in one file: its tree takes some hundred times their memory. */
  private static final int LONGEST = 1 << 20;

  private final Source source;
  private final Diagnostics diagnostics;
  private int start;

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

  /** Reads one expression or condition, which begins at {@code start}. */
  public static Optional<Expression> expression(Source source, int start, Diagnostics diagnostics) {
    SenetReader reader = new SenetReader(source, diagnostics);
    reader.start = start;
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
          "the text has %,d characters; at most %,d are taken"
              .formatted(source.text().length(), LONGEST),
          "split it, and import the parts");
      return Optional.empty();
    }
    long before = diagnostics.errorCount();
    try {
      C tree = rule.apply(parser(tokens()));
      return diagnostics.errorCount() > before ? Optional.empty() : Optional.of(build.apply(tree));
    } catch (NestingException e) {
      diagnostics.add(Code.E103, e.span(), e.message(), e.help());
      return Optional.empty();
    }
  }

  private CommonTokenStream tokens() {
    // Spaces in place of what is skipped keep the offsets of what follows.
    String text = " ".repeat(start) + source.text().substring(start);
    SenetLexer lexer = new SenetLexer(CharStreams.fromString(text, source.name()));
    lexer.removeErrorListeners();
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    tokens.fill();
    limitBrackets(tokens);
    return tokens;
  }

  private SenetParser parser(CommonTokenStream tokens) {
    SenetParser parser = new SenetParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new ExpectingErrorStrategy(source, diagnostics));
    parser.addParseListener(new NestingLimit(source));
    return parser;
  }

  private void limitBrackets(CommonTokenStream tokens) {
    int depth = 0;
    for (Token token : tokens.getTokens()) {
      switch (token.getText()) {
        case "<", "(", "[" -> depth++;
        case ">", ")", "]" -> depth = Math.max(0, depth - 1);
        default -> {}
      }
      if (depth > DEEPEST) {
        throw new NestingException(
            source.span(token.getStartIndex(), token.getStopIndex() + 1),
            "the text is nested more than " + DEEPEST + " deep",
            "give the inner part a name as a block of its own");
      }
    }
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
