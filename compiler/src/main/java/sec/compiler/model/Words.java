package sec.compiler.model;

import java.util.List;
import java.util.Set;

/** Words with a meaning of their own. */
public final class Words {
  private Words() {}

  /** The chain that does nothing. */
  public static final String IDENTITY = "identity";

  /** The parameter that every net has: the shape of its input. */
  public static final String INPUT = "input";

  /** The sizes of the input of the nearest block, net or slot content. */
  public static final List<String> SIZES = List.of("C", "H", "W");

  static final Set<String> VALUES = Set.of("none", "true", "false");

  static final Set<String> RESERVED = Set.of(IDENTITY, "add", "mul", "concat");
}
