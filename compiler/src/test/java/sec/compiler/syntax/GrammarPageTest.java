package sec.compiler.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sec.grammar.SenetLexer;

/** The grammar that readers see is the one that the parser is made from. */
class GrammarPageTest {
  private static final Path GRAMMAR = Path.of("..", "grammar", "Senet.g4");
  private static final Path PAGE = Path.of("..", "docs", "grammar.md");
  private static final Pattern PLACE =
      Pattern.compile("(<!-- grammar: .*? -->\\n)(.*?)(<!-- end of grammar -->)", Pattern.DOTALL);

  /** A word of the grammar: something in quotes or a set, a comment, a name, a sign. */
  private static final Pattern WORD =
      Pattern.compile(
          "/\\*.*?\\*/|//[^\\n]*|#\\s*\\w+|->[^;]*|'(?:\\\\.|[^'\\\\])*'|\\[(?:\\\\.|[^]\\\\])*]|\\w+\\s*=|\\w+|\\S",
          Pattern.DOTALL);

  /** Not part of a file, or not seen by its reader. */
  private static final List<String> LEFT_OUT =
      List.of("placement", "assignment", "application", "COMMENT", "SPACE", "UNKNOWN");

  /** Written anew with {@code -Dsec.record=true}. */
  @Test
  void thePageShowsTheGrammar() throws IOException {
    String text = Files.readString(PAGE);
    Matcher place = PLACE.matcher(text);
    assertTrue(place.find());
    String shown = "\n```\n" + ebnf(Files.readString(GRAMMAR)) + "```\n\n";
    if (Boolean.getBoolean("sec.record")) {
      Files.writeString(
          PAGE, text.substring(0, place.start(2)) + shown + text.substring(place.end(2)));
    } else {
      assertEquals(shown, place.group(2));
    }
  }

  private static String ebnf(String grammar) {
    Map<String, String> keywords = keywords();
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, List<String>> rule : rules(grammar).entrySet()) {
      if (!LEFT_OUT.contains(rule.getKey()) && !keywords.containsKey(rule.getKey())) {
        out.append("%-13s ::= ".formatted(rule.getKey())).append(right(rule.getValue(), keywords));
      }
    }
    return out.toString();
  }

  /** Words that stand for themselves, by the name of their token. */
  private static Map<String, String> keywords() {
    Map<String, String> keywords = new LinkedHashMap<>();
    for (int type = 1; type <= SenetLexer.VOCABULARY.getMaxTokenType(); type++) {
      String literal = SenetLexer.VOCABULARY.getLiteralName(type);
      String name = SenetLexer.VOCABULARY.getSymbolicName(type);
      if (literal != null && name != null) {
        keywords.put(name, literal);
      }
    }
    return keywords;
  }

  private static Map<String, List<String>> rules(String grammar) {
    Map<String, List<String>> rules = new LinkedHashMap<>();
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(grammar);
    while (word.find()) {
      String text = word.group();
      boolean silent = text.matches("(?s)/\\*.*|//.*|#.*|->.*|\\w+\\s*=");
      if (text.equals(";")) {
        if (words.size() > 1 && words.get(1).equals(":")) {
          rules.put(words.getFirst(), List.copyOf(words.subList(2, words.size())));
        }
        words.clear();
      } else if (!silent) {
        words.add(text);
      }
    }
    return rules;
  }

  /** One line, or one for each alternative. */
  private static String right(List<String> words, Map<String, String> keywords) {
    List<String> alternatives = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int depth = 0;
    for (String word : words) {
      depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      if (word.equals("|") && depth == 0) {
        alternatives.add(line.toString());
        line.setLength(0);
      } else if (!word.equals("EOF")) {
        boolean tight = line.isEmpty() || line.toString().endsWith("(") || word.matches("[?*+)]");
        line.append(tight ? "" : " ").append(keywords.getOrDefault(word, word));
      }
    }
    alternatives.add(line.toString());
    boolean wide = alternatives.stream().mapToInt(a -> a.length() + 3).sum() > 100;
    String between = wide ? "\n" + " ".repeat(14) + "  | " : " | ";
    return String.join(between, alternatives) + "\n";
  }
}
