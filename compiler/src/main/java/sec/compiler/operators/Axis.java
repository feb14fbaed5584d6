package sec.compiler.operators;

import java.util.List;

/** A dimension of a value, as the language names it. */
public enum Axis {
  /** Channels. */
  C(0),
  /** Rows. */
  H(1),
  /** Columns. */
  W(2);

  /** Their names, for arguments. */
  static final List<String> NAMES = List.of("C", "H", "W");

  private final int index;

  Axis(int index) {
    this.index = index;
  }

  /** Its place in a shape, from 0. */
  public int index() {
    return index;
  }

  /** The axis at {@code index} of a shape. */
  public static Axis at(int index) {
    return valueOf(name(index));
  }

  /** The name of the axis at {@code index} of a shape. */
  public static String name(int index) {
    return NAMES.get(index);
  }
}
