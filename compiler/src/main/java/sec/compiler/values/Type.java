package sec.compiler.values;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The type of a parameter, of a block or of an operator. */
public enum Type {
  /** A whole number. */
  INTEGER("a whole number"),
  /** Any number. */
  REAL("a number"),
  /** {@code true} or {@code false}. */
  BOOLEAN("true or false"),
  /** Text in quotes. */
  STRING("a string"),
  /** A list of values. */
  LIST("a list"),
  /** Height and width: {@code n} for both, or {@code [h, w]}. */
  SIZE("a whole number or [h, w]"),
  /** An operator or block, perhaps with some of its arguments. */
  BLOCK("an operator or block"),
  /** A value of the network, bound to a name. */
  VALUE("a bound value");

  private final String description;

  Type(String description) {
    this.description = description;
  }

  /** What a value of this type is, for messages: "a whole number". */
  public String description() {
    return description;
  }

  /** The word that names this type in a parameter list. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type that {@code word} names. */
  public static Optional<Type> of(String word) {
    return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
  }

  /** Whether {@code value} is of this type; {@code none} is of every type. */
  public boolean accepts(Value value) {
    if (value == Value.None.NONE) {
      return true;
    }
    return switch (this) {
      case INTEGER -> isInteger(value);
      case REAL -> value instanceof Value.Number;
      case BOOLEAN -> value instanceof Value.Truth;
      case STRING -> value instanceof Value.Text;
      case LIST -> value instanceof Value.Items;
      case BLOCK -> value instanceof Value.Operation;
      // Values of the network are no values of expressions: they are given by name.
      case VALUE -> false;
      case SIZE ->
          isInteger(value)
              || (value instanceof Value.Items pair
                  && pair.items().size() == 2
                  && pair.items().stream().allMatch(Type::isInteger));
    };
  }

  private static boolean isInteger(Value value) {
    return value instanceof Value.Number number && number.value().isWhole();
  }
}
