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
   * @param count how many values it holds, those in lists inside of it included
   */
  record Items(List<Value> items, long count) implements Value {
    private static final int MOST_SHOWN = 100;

    /** A list of these. */
    public Items(List<Value> items) {
      this(List.copyOf(items), count(items));
    }

    private static long count(List<Value> items) {
      long count = 0;
      for (Value item : items) {
        long more = item instanceof Items list ? 1 + list.count : 1;
        count = Math.min(Integer.MAX_VALUE, count + more);
      }
      return count;
    }

    @Override
    public String kind() {
      return "a list";
    }

    @Override
    public String toString() {
      return count > MOST_SHOWN
          ? "[a list of " + items.size() + "]"
          : items.stream().map(Value::toString).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /** An operator or block, perhaps with some of its arguments: what a later stage knows it as. */
  non-sealed interface Operation extends Value {
    @Override
    default String kind() {
      return "an operator or block";
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
