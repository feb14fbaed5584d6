package sec.compiler.syntax;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
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

  private final Source source;
  private final Diagnostics diagnostics;
  private final ExpectingErrorStrategy strategy;
  private int start;
  private boolean whole;

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
    BuiltDeclarations declarations = new BuiltDeclarations(reader.builder(), reader::isBroken);
    return reader
        .parse(
            parser -> {
              parser.addParseListener(declarations);
              return parser.file();
            })
        .filter(reader::hasNames)
        .flatMap(tree -> reader.built(tree, t -> reader.file(t, declarations.all())));
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
    reader.whole = true;
    CommonTokenStream[] tokens = new CommonTokenStream[1];
    long before = diagnostics.errorCount();
    return reader
        .read(
            parser -> {
              tokens[0] = (CommonTokenStream) parser.getTokenStream();
              return parser.file();
            },
            tree -> {
              SyntaxBuilder builder = reader.builder();
              reader.file(tree, tree.declaration().stream().map(builder::declaration).toList());
              return new Written(tree, tokens[0]);
            })
        .filter(written -> diagnostics.errorCount() == before);
  }

  /** The tokens of a text, comments and white space included. */
  public static CommonTokenStream tokens(Source source) {
    return new SenetReader(source, new Diagnostics()).tokens(token -> true);
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
    } catch (TextLimitException e) {
      diagnostics.add(e.diagnostic());
      return Optional.empty();
    }
  }

  private <C extends ParserRuleContext> Optional<C> parse(Function<SenetParser, C> rule) {
    if (source.text().length() > Source.LONGEST) {
      diagnostics.add(
          Code.E104,
          source.span(0, 0),
          "the text has %,d characters; at most %,d are taken"
              .formatted(source.text().length(), Source.LONGEST),
          "split it into files that are checked one by one");
      return Optional.empty();
    }
    refuseDirections();
    SenetParser parser = null;
    try {
      TokenLimits limits = new TokenLimits(source);
      parser = parser(tokens(token -> isRead(token, limits)));
      return Optional.of(rule.apply(parser));
    } catch (TextLimitException e) {
      diagnostics.add(e.diagnostic());
    } catch (ParseCancellationException e) {
      return Optional.empty(); // There are more errors than are told.
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
    for (int i = 0; i < text.length() && !diagnostics.isSpent(); i++) {
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

  /** Comments and white space are kept only where the text is printed again. */
  private boolean isRead(Token token, TokenLimits limits) {
    boolean visible = token.getChannel() == Token.DEFAULT_CHANNEL;
    if (visible) {
      limits.take(token);
    }
    return visible || whole;
  }

  private CommonTokenStream tokens(Predicate<Token> read) {
    // Spaces in place of what is skipped keep the offsets of what follows.
    String text = " ".repeat(start) + source.text().substring(start);
    SenetLexer lexer =
        new SenetLexer(CharStreams.fromString(text, source.name())) {
          @Override
          public Token nextToken() {
            Token token = super.nextToken();
            while (!read.test(token)) {
              token = super.nextToken();
            }
            return token;
          }
        };
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

  private SourceFile file(SenetParser.FileContext tree, List<Declaration> declarations) {
    if (tree.header() == null) {
      diagnostics.add(
          Code.W105,
          source.span(0, 0),
          "the file does not say which version of the language it is written in",
          "begin it with: senet " + VERSION + ";");
    } else {
      checkVersion(tree.header().NUMBER().getSymbol());
    }
    return builder().file(tree, declarations, this::isBroken);
  }

  private void checkVersion(Token number) {
    String text = number.getText();
    if (text.length() > 9 || !Rational.parse(text).equals(Rational.of(VERSION))) {
      diagnostics.add(
          Code.E106,
          source.span(number.getStartIndex(), number.getStopIndex() + 1),
          "this compiler knows version "
              + VERSION
              + " of the language, not "
              + (text.length() > 9 ? "one of " + text.length() + " digits" : text),
          "write: senet " + VERSION + ";");
    }
  }
}
