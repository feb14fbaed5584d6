package sec.compiler.model;

import java.util.List;
import java.util.Set;
import sec.compiler.operators.Operator;

/** Words with a meaning of their own. */
public final class Words {
  private Words() {}

  /** The chain that does nothing. */
  public static final String IDENTITY = "identity";

  /** The parameter that every net has: the shape of its input. */
  public static final String INPUT = "input";

  /** The sizes of the input of the nearest block, net or slot content. */
  public static final List<String> SIZES = List.of("C", "H", "W");

  /** "Not given". */
  public static final String NONE = "none";

  /** What a network's result is called. */
  public static final String RESULT = "logits";

  /** What stood in a slot, in what a variant puts there. */
  public static final String DEFAULT = "default";

  /** What an experiment trains, and may compare. */
  public static final String NET = "net";

  static final Set<String> VALUES = Set.of(NONE, "true", "false");

  static final Set<String> RESERVED = Set.of(IDENTITY);

  private static final Set<String> BEGIN_STATEMENTS =
      Set.of("let", "share", "output", "require", "slot", "squeeze", "learn", "excite", "scale");

  /** Whether a chain that begins with {@code word} can only be a use of what has that name. */
  public static boolean isPlain(String word) {
    return !BEGIN_STATEMENTS.contains(word)
        && !RESERVED.contains(word)
        && !word.equals(DEFAULT)
        && Operator.of(word).isEmpty();
  }
}
