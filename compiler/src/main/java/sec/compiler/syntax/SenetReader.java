package sec.compiler.syntax;

import java.util.List;
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
  private static final int LONGEST = 3 << 20;

  private final Source source;
  private final Diagnostics diagnostics;
  private final ExpectingErrorStrategy strategy;
  private int start;

  private SenetReader(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.strategy = new ExpectingErrorStrategy(source, diagnostics);
  }

  /**
   * Reads a file. Where it has errors, they are in {@code diagnostics}, and the file has the
   * declarations that have none; empty when not even their names can be known.
   */
  public static Optional<SourceFile> file(Source source, Diagnostics diagnostics) {
    SenetReader reader = new SenetReader(source, diagnostics);
    return reader
        .parse(SenetParser::file)
        .filter(reader::hasNames)
        .flatMap(tree -> reader.built(tree, reader::file));
  }

  /** Whether errors left all imports whole, and the names of all declarations. */
  private boolean hasNames(SenetParser.FileContext tree) {
    int first = tree.declaration().isEmpty() ? -1 : tree.declaration(0).getStart().getTokenIndex();
    // An error at the first declaration may be of what should have ended before it.
    return !strategy.isBroken(0, first - 1)
        && (tree.header() == null || tree.header().exception == null)
        && tree.importation().stream().allMatch(i -> i.exception == null)
        && tree.declaration().stream().allMatch(d -> !isBroken(d) || SyntaxBuilder.name(d) != null)
        && strategy.allWithin(tree.declaration());
  }

  private boolean isBroken(ParserRuleContext context) {
    Token last = context.getStop();
    return context.exception != null
        || last == null
        || strategy.isBroken(context.getStart().getTokenIndex(), last.getTokenIndex());
  }

  /**
   * A text as it is written: what {@link #file} leaves out, comments above all, is still there.
   *
   * @param tree the parse tree
   * @param tokens all of it, comments and white space included
   */
  public record Written(SenetParser.FileContext tree, CommonTokenStream tokens) {}

  /** Reads a file, for those who print it again; empty when {@link #file} would be. */
  public static Optional<Written> written(Source source, Diagnostics diagnostics) {
    SenetReader reader = new SenetReader(source, diagnostics);
    CommonTokenStream[] tokens = new CommonTokenStream[1];
    long before = diagnostics.errorCount();
    return reader
        .read(
            parser -> {
              tokens[0] = (CommonTokenStream) parser.getTokenStream();
              return parser.file();
            },
            tree -> {
              reader.file(tree);
              return new Written(tree, tokens[0]);
            })
        .filter(written -> diagnostics.errorCount() == before);
  }

  /** The tokens of a text, comments and white space included. */
  public static CommonTokenStream tokens(Source source) {
    return new SenetReader(source, new Diagnostics()).lexed();
  }

  /** Reads {@code slot=Block(args)}. */
  public static Optional<Declaration.Graft> placement(Source source, Diagnostics diagnostics) {
    SenetReader reader = new SenetReader(source, diagnostics);
    return reader.read(SenetParser::placement, tree -> reader.builder().placement(tree));
  }

  /** Reads one expression, condition or body, which begins at {@code start}. */
  public static Optional<Expression> expression(Source source, int start, Diagnostics diagnostics) {
    SenetReader reader = new SenetReader(source, diagnostics);
    reader.start = start;
    return reader.read(
        SenetParser::assignment, tree -> reader.builder().expressions().assigned(tree));
  }

  /** Reads the arguments in parentheses that begin at {@code start}. */
  public static Optional<List<Element.Argument>> arguments(
      Source source, int start, Diagnostics diagnostics) {
    SenetReader reader = new SenetReader(source, diagnostics);
    reader.start = start;
    return reader.read(
        SenetParser::application,
        tree -> reader.builder().expressions().arguments(tree.arguments()));
  }

  private SyntaxBuilder builder() {
    return new SyntaxBuilder(source, diagnostics);
  }

  /** Reads a whole text that has no errors. */
  private <C extends ParserRuleContext, T> Optional<T> read(
      Function<SenetParser, C> rule, Function<C, T> build) {
    long before = diagnostics.errorCount();
    return parse(rule)
        .filter(tree -> diagnostics.errorCount() == before)
        .flatMap(t -> built(t, build));
  }

  private <C extends ParserRuleContext, T> Optional<T> built(C tree, Function<C, T> build) {
    try {
      return Optional.of(build.apply(tree));
    } catch (NestingException e) {
      diagnostics.add(Code.E103, e.span(), e.message(), e.help());
      return Optional.empty();
    }
  }

  private <C extends ParserRuleContext> Optional<C> parse(Function<SenetParser, C> rule) {
    if (source.text().length() > LONGEST) {
      diagnostics.add(
          Code.E104,
          source.span(0, 0),
          "the text has %,d characters; at most %,d are taken"
              .formatted(source.text().length(), LONGEST),
          "split it, and import the parts");
      return Optional.empty();
    }
    refuseDirections();
    SenetParser parser = null;
    try {
      parser = parser(tokens());
      return Optional.of(rule.apply(parser));
    } catch (NestingException e) {
      diagnostics.add(Code.E103, e.span(), e.message(), e.help());
    } catch (StackOverflowError e) {
      // The parser looks ahead deeper than it has gone, where no limit of ours sees it.
      Token here = parser == null ? null : parser.getCurrentToken();
      int at = here == null ? 0 : Math.min(here.getStartIndex(), source.text().length());
      diagnostics.add(
          Code.E103,
          source.span(at, at),
          "what follows is nested too deep",
          "shorten the row of signs, or of else if");
    }
    return Optional.empty();
  }

  /** What a reader sees must be what the compiler reads: no text that runs the other way. */
  private void refuseDirections() {
    String text = source.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean turns =
          (c >= '\u202A' && c <= '\u202E')
              || (c >= '\u2066' && c <= '\u2069')
              || c == '\u200E'
              || c == '\u200F'
              || c == '\u061C';
      if (turns) {
        diagnostics.add(
            Code.E108,
            source.span(i, i + 1),
            "the invisible character U+%04X changes the direction of the text".formatted((int) c),
            "delete it, in comments and strings, too");
      }
    }
  }

  private CommonTokenStream tokens() {
    CommonTokenStream tokens = lexed();
    limitBrackets(tokens);
    return tokens;
  }

  private CommonTokenStream lexed() {
    // Spaces in place of what is skipped keep the offsets of what follows.
    String text = " ".repeat(start) + source.text().substring(start);
    SenetLexer lexer = new SenetLexer(CharStreams.fromString(text, source.name()));
    lexer.removeErrorListeners();
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    tokens.fill();
    return tokens;
  }

  private SenetParser parser(CommonTokenStream tokens) {
    SenetParser parser = new SenetParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(strategy);
    parser.addParseListener(new NestingLimit(source));
    parser.addParseListener(new EmptyStatements(source, diagnostics));
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
    return builder().file(tree, this::isBroken);
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
