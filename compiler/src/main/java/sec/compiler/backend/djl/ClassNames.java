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
          "BlockMaker",
          "Block",
          "Blocks",
          "Boolean",
          "Chain",
          "ChannelConv",
          "ChannelGroups",
          "ChannelLayerNorm",
          "Conv2d",
          "DropPath",
          "Dropout",
          "GroupNorm",
          "GroupedLinear",
          "IllegalArgumentException",
          "InsidePool",
          "Integer",
          "Layer",
          "Linear",
          "List",
          "Math",
          "NDArray",
          "NDArrays",
          "NDList",
          "NetBlock",
          "Nonlinearity",
          "Object",
          "OverPlaces",
          "Override",
          "Pass",
          "PlaceAttention",
          "Pool",
          "Prelu",
          "ResponseNorm",
          "Scalar",
          "Shape",
          "Slots",
          "String",
          "TransposedConv",
          "Upsampling",
          "Weights");

  private final Set<String> taken = new HashSet<>();

  ClassNames() {
    MEANT.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
  }

  /** The same names taken. */
  ClassNames copy() {
    ClassNames copy = new ClassNames();
    copy.taken.addAll(taken);
    return copy;
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
