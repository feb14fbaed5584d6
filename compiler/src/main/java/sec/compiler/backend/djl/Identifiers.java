package sec.compiler.backend.djl;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import sec.compiler.operators.Operator;

/** Names of fields and variables in one class, each once. */
final class Identifiers {
  private static final Set<String> OWN =
      Set.of(
          "x",
          "pass",
          "slots",
          "c",
          "h",
          "w",
          "in",
          "inHeight",
          "inWidth",
          "path",
          "children",
          "parameters",
          "version");

  private final Set<String> taken = new HashSet<>(OWN);
  private final Map<Integer, String> indices = new HashMap<>();

  Identifiers(Set<String> parameters) {
    taken.addAll(parameters);
  }

  /** A variable called {@code hint}, or something like it. */
  String fresh(String hint) {
    String base = valid(hint);
    String name = base;
    for (int i = 2; !taken.add(name); i++) {
      name = base + i;
    }
    return name;
  }

  /** A field for a child whose word is {@code word}. */
  String field(String word) {
    return fresh(camel(uncapital(word)));
  }

  /** {@code conv_transpose} to {@code convTranspose}; other words as they are. */
  static String camel(String word) {
    return Operator.of(word).isPresent()
        ? Pattern.compile("_(.)").matcher(word).replaceAll(m -> capital(m.group(1)))
        : word;
  }

  /** The variable of loops that are {@code depth} loops deep, the same for all of them. */
  String index(int depth) {
    return indices.computeIfAbsent(
        depth, d -> fresh(d < 3 ? String.valueOf((char) ('i' + d)) : "i" + d));
  }

  private static String valid(String hint) {
    return SourceVersion.isKeyword(hint) ? hint + "Block" : hint;
  }

  /** What a parameter called {@code name} is called in Java. */
  static String parameter(String name) {
    return SourceVersion.isKeyword(name) || OWN.contains(name) ? name + "_" : name;
  }

  static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** {@code SE} to {@code se}, {@code SlowSE} to {@code slowSE}. */
  static String uncapital(String word) {
    int capitals = 0;
    while (capitals < word.length() && Character.isUpperCase(word.charAt(capitals))) {
      capitals++;
    }
    int lower = capitals == word.length() || capitals == 1 ? capitals : Math.max(capitals - 1, 0);
    return word.substring(0, lower).toLowerCase(Locale.ROOT) + word.substring(lower);
  }
}
