package sec.compiler.values;

import java.util.List;
import java.util.stream.Collectors;

/** The value of an expression. {@code toString} is the text a user would write for it. */
public sealed interface Value {

  /** What a value of this kind is called in messages: "a number", "a list". */
  String kind();

  /**
   * A number.
   *
   * @param value exact
   */
  @SuppressWarnings("AvoidCommonTypeNames") // the language's own word
  record Number(Rational value) implements Value {
    /** The whole number {@code n}. */
    public static Number of(long n) {
      return new Number(Rational.of(n));
    }

    @Override
    public String kind() {
      return "a number";
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /**
   * A truth value.
   *
   * @param value true or false
   */
  record Truth(boolean value) implements Value {
    @Override
    public String kind() {
      return "a truth value";
    }

    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /**
   * A string.
   *
   * @param value its characters, escapes resolved
   */
  record Text(String value) implements Value {
    @Override
    public String kind() {
      return "a string";
    }

    @Override
    public String toString() {
      return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
  }

  /**
   * A list.
   *
   * @param items in order
   */
  record Items(List<Value> items) implements Value {
    /** Keeps a copy. */
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }

    @Override
    public String toString() {
      return items.stream().map(Value::toString).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /** "Not given". */
  enum None implements Value {
    /** The only one. */
    NONE;

    @Override
    public String kind() {
      return "none";
    }

    @Override
    public String toString() {
      return "none";
    }
  }
}
