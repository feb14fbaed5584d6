package sec.compiler.syntax.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.source.Source;
import sec.compiler.syntax.SenetReader;
import sec.grammar.SenetLexer;

/**
 * Puts a text into the one layout. Nothing but white space changes, and the last semicolon of a
 * list, which means nothing: words, comments and their order stay.
 */
public final class Formatter {
  private Formatter() {}

  /** The text of {@code source}, laid out; empty when it has errors, which are then reported. */
  public static Optional<String> format(Source source, Diagnostics diagnostics) {
    return SenetReader.written(source, diagnostics)
        .map(
            written -> {
              Comments comments = new Comments(written.tokens());
              FileLayout layout = new FileLayout(new Words(comments));
              String text = Printer.print(layout.file(written.tree()));
              requireSame(source, text);
              return text;
            });
  }

  /** A mistake in a layout must not cost a user a word or a comment. */
  private static void requireSame(Source before, String after) {
    if (!words(before).equals(words(new Source(before.name(), after)))) {
      throw new IllegalStateException("the layout of " + before.name() + " loses or adds words");
    }
  }

  private static List<String> words(Source source) {
    List<String> words = new ArrayList<>();
    for (Token token : SenetReader.tokens(source).getTokens()) {
      boolean comment = token.getType() == SenetLexer.COMMENT;
      if (token.getChannel() == Token.DEFAULT_CHANNEL || comment) {
        words.add(comment ? token.getText().stripTrailing() : shown(token));
      }
    }
    return withoutLastSemicolons(words);
  }

  private static String shown(Token token) {
    return token.getType() == SenetLexer.DOC
        ? "///" + token.getText().substring(3).strip()
        : token.getText();
  }

  /** Without a semicolon that only comments separate from the end of its list. */
  private static List<String> withoutLastSemicolons(List<String> words) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int next = i + 1;
      while (next < words.size() && words.get(next).startsWith("//")) {
        next++;
      }
      boolean last = words.get(i).equals(";") && next < words.size() && words.get(next).equals(">");
      if (!last) {
        kept.add(words.get(i));
      }
    }
    return kept;
  }
}
