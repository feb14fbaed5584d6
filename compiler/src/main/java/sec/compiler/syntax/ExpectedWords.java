package sec.compiler.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import sec.grammar.SenetLexer;

/** What the grammar would take at one place, in a person's words. */
final class ExpectedWords {
  private final Set<Integer> types;
  private final List<String> words = new ArrayList<>();

  private ExpectedWords(IntervalSet expected) {
    this.types = new LinkedHashSet<>(expected.toList());
  }

  /** The words for these tokens, the larger things first. */
  static List<String> of(IntervalSet expected) {
    return new ExpectedWords(expected).words();
  }

  private List<String> words() {
    boolean name = types.contains(SenetLexer.IDENTIFIER);
    if (has("-", "[", "(") && types.contains(SenetLexer.NUMBER)) {
      words.add("an expression");
      remove("-", "[", "(", "<", "if", "not", "true", "false");
      types.remove(SenetLexer.NUMBER);
      types.remove(SenetLexer.STRING);
    } else if (name && has("<", "if")) {
      words.add("an operation");
      remove("<", "if");
    } else if (has("block", "net", "variant") && !name) {
      words.add("a block, net, variant or experiment");
      remove("block", "net", "variant", "experiment");
    } else if (name) {
      words.add("a name");
    }
    Set<String> others = new TreeSet<>();
    for (int type : types) {
      String word = word(type, name);
      if (!word.isEmpty()) {
        others.add(word);
      }
    }
    words.addAll(others);
    return words;
  }

  private boolean has(String... literals) {
    for (String literal : literals) {
      if (types.stream().noneMatch(type -> literal(type).equals(literal))) {
        return false;
      }
    }
    return true;
  }

  private void remove(String... literals) {
    Set<String> unwanted = Set.of(literals);
    types.removeIf(type -> unwanted.contains(literal(type)));
  }

  /** What a person calls a token; empty for what the larger words already cover. */
  private static String word(int type, boolean name) {
    return switch (type) {
      case SenetLexer.IDENTIFIER, SenetLexer.UNKNOWN, SenetLexer.DOC -> "";
      case SenetLexer.NUMBER -> "a number";
      case SenetLexer.STRING -> "a string";
      case Token.EOF -> "the end";
      default -> name && isWord(type) ? "" : "\"" + literal(type) + "\"";
    };
  }

  private static boolean isWord(int type) {
    String literal = literal(type);
    return !literal.isEmpty() && Character.isLetter(literal.charAt(0));
  }

  private static String literal(int type) {
    String literal = type < 0 ? null : SenetLexer.VOCABULARY.getLiteralName(type);
    return literal == null ? "" : literal.substring(1, literal.length() - 1);
  }
}
