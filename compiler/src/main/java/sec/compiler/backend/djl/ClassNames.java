package sec.compiler.backend.djl;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of classes, each once, also where the disk does not tell capitals from small letters. */
final class ClassNames {
  /** What the classes themselves speak of, and would no longer mean. */
  private static final Set<String> MEANT =
      Set.of(
          "Activation",
          "ArrayList",
          "BatchNorm",
          "Block",
          "Blocks",
          "Boolean",
          "Chain",
          "Conv2d",
          "Dropout",
          "IllegalArgumentException",
          "Integer",
          "Linear",
          "List",
          "Math",
          "NDArray",
          "NDArrays",
          "NDList",
          "NetBlock",
          "Object",
          "Override",
          "Pass",
          "Pool",
          "Shape",
          "Slots",
          "String");

  private final Set<String> taken = new HashSet<>();

  ClassNames() {
    MEANT.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
  }

  /** A class called {@code wanted}, or something like it. */
  String next(String wanted) {
    String base = Identifiers.capital(wanted);
    boolean reserved = MEANT.stream().anyMatch(name -> name.equalsIgnoreCase(base));
    String name = reserved ? base + "Block" : base;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = base + i;
    }
    return name;
  }
}
