package sec.compiler.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sec.compiler.operators.Operator;

/** What operators and the library's declarations are, for people who ask for one by its name. */
public final class Reference {
  private final Catalogue library = Catalogue.library();

  /** All operators, each with its parameters, their defaults, and what it does. */
  public static String operators() {
    int width = Stream.of(Operator.values()).mapToInt(o -> o.word().length()).max().orElse(0);
    return Stream.of(Operator.values())
        .map(
            operator ->
                "%s  %s\n%s  %s\n"
                    .formatted(
                        padded(operator.word(), width),
                        operator.summary(),
                        " ".repeat(width),
                        operator.signature()))
        .collect(Collectors.joining());
  }

  /** The names that {@link #about} knows. */
  public List<String> names() {
    return Stream.concat(
            Stream.of(Operator.values()).map(Operator::word),
            library.entries().stream().map(Entry::name))
        .toList();
  }

  /** All about the operator or declaration of this name; empty when there is none. */
  public Optional<String> about(String name) {
    Optional<Operator> operator = Operator.of(name);
    return operator.isPresent()
        ? operator.map(Reference::about)
        : library.named(name).map(Reference::about);
  }

  private static String about(Operator operator) {
    List<String> lines = new ArrayList<>();
    lines.add(operator.signature());
    lines.add("");
    lines.add("  " + operator.summary());
    if (!operator.parameters().isEmpty()) {
      lines.add("");
      lines.addAll(parameters(operator));
    }
    OperatorExample.of(operator).ifPresent(example -> lines.addAll(example(example)));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> parameters(Operator operator) {
    List<Operator.Parameter> all = operator.parameters();
    int names = all.stream().mapToInt(p -> p.name().length()).max().orElse(0);
    int kinds = all.stream().mapToInt(p -> kind(p).length()).max().orElse(0);
    int defaults = all.stream().mapToInt(p -> fallback(p).length()).max().orElse(0);
    return all.stream()
        .map(
            p ->
                "  %s  %s  %s  %s"
                    .formatted(
                        padded(p.name(), names),
                        padded(kind(p), kinds),
                        padded(fallback(p), defaults),
                        p.summary()))
        .toList();
  }

  private static String kind(Operator.Parameter parameter) {
    return parameter.type().description() + (parameter.list() ? ", or a list of them" : "");
  }

  private static String fallback(Operator.Parameter parameter) {
    return parameter.isOptional() ? "= " + parameter.fallback() : "needed";
  }

  private static List<String> example(OperatorExample example) {
    String trained =
        example.parameters() == 0 ? "" : ", trains %,d parameters".formatted(example.parameters());
    return List.of(
        "",
        "  For example, on %s:  %s  gives %s%s"
            .formatted(example.input(), example.use(), example.output(), trained));
  }

  private static String about(Entry entry) {
    List<String> lines = new ArrayList<>();
    String base = entry.base() == null ? "" : " of " + entry.base();
    lines.add(entry.kind().word() + " " + entry.signature() + base);
    if (!entry.doc().isEmpty()) {
      lines.add("");
      entry.doc().lines().map(line -> ("  " + line).stripTrailing()).forEach(lines::add);
    }
    lines.add("");
    if (!entry.slots().isEmpty()) {
      lines.add("  slots: " + String.join("; ", entry.slots()));
    }
    lines.add("  in " + entry.file() + ", line " + entry.line());
    if (entry.kind() == Entry.Kind.BLOCK) {
      String module = entry.file().replaceFirst("^<library>/", "").replaceFirst("\\.senet$", "");
      lines.add("  import " + module.replace('/', '.') + " (" + entry.name() + ");");
    }
    return String.join("\n", lines) + "\n";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
