package sec.compiler.backend.torchscript;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A method of a module.
 *
 * @param name what it is called
 * @param arguments names of the tensors it takes
 * @param result type of what it returns
 * @param body its statements
 */
record ScriptMethod(String name, List<String> arguments, String result, List<String> body) {
  /** The method that computes. */
  static final String FORWARD = "forward";

  /** The root's method that gives all tensors, in the network's order. */
  static final String TENSORS = "__tensors__";

  static final String LIST = "List[Tensor]";

  /** Keeps copies. */
  ScriptMethod {
    arguments = List.copyOf(arguments);
    body = List.copyOf(body);
  }

  /** The type of so many results. */
  static String resultType(int count) {
    return count == 1
        ? "Tensor"
        : "Tuple[%s]".formatted(String.join(", ", Collections.nCopies(count, "Tensor")));
  }

  ScriptMethod named(String other) {
    return new ScriptMethod(other, arguments, result, body);
  }

  /** Whether it is the same but for its name. */
  boolean readsAs(ScriptMethod other) {
    return named("").equals(other.named(""));
  }

  /** Its text in a class of that full name. */
  String text(String type) {
    String taken =
        arguments.stream().map(name -> ", " + name + ": Tensor").collect(Collectors.joining());
    String statements =
        body.stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
    return "  def %s(self: %s%s) -> %s:\n%s".formatted(name, type, taken, result, statements);
  }
}
