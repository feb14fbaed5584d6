package sec.compiler.help;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sec.compiler.syntax.Body;
import sec.compiler.syntax.Declaration;
import sec.compiler.syntax.SourceFile;
import sec.compiler.syntax.Statement;

/**
 * A declaration as a person who looks for one sees it.
 *
 * @param kind what it is
 * @param name its name
 * @param parameters as they are written, in order
 * @param base what it is a variant or a copy of, as written; null for none
 * @param doc the author's words; may be empty
 * @param slots where variants may put something, as declared, in order
 * @param file where it stands
 * @param line on which line, from 1
 */
public record Entry(
    Kind kind,
    String name,
    List<String> parameters,
    @Nullable String base,
    String doc,
    List<String> slots,
    String file,
    int line) {

  /** Keeps copies. */
  public Entry {
    parameters = List.copyOf(parameters);
    slots = List.copyOf(slots);
  }

  /** What a declaration is. */
  public enum Kind {
    /** Used in chains. */
    BLOCK,
    /** A network. */
    NET,
    /** A network with something put into its slots. */
    VARIANT,
    /** A table of a paper. */
    EXPERIMENT;

    /** The word that declares it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Entry of(Declaration declaration, SourceFile file) {
    return new Entry(
        kind(declaration),
        declaration.name().text(),
        declaration.parameters().stream().map(p -> oneLine(p.span().text())).toList(),
        base(declaration),
        declaration.doc(),
        slots(declaration),
        file.source().name(),
        declaration.name().span().position().line());
  }

  private static Kind kind(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Block ignored -> Kind.BLOCK;
      case Declaration.Net ignored -> Kind.NET;
      case Declaration.Alias ignored -> Kind.NET;
      case Declaration.Variant ignored -> Kind.VARIANT;
      case Declaration.Experiment ignored -> Kind.EXPERIMENT;
    };
  }

  private static @Nullable String base(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Variant variant -> oneLine(variant.base().span().text());
      case Declaration.Alias alias -> oneLine(alias.base().span().text());
      default -> null;
    };
  }

  private static List<String> slots(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Block block -> slots(block.body());
      case Declaration.Net net -> slots(net.body());
      default -> List.of();
    };
  }

  private static List<String> slots(Body body) {
    return body.statements().stream()
        .filter(Statement.Slot.class::isInstance)
        .map(slot -> oneLine(slot.span().text()).replaceFirst("^slot ", ""))
        .toList();
  }

  private static String oneLine(String text) {
    return text.replaceAll("//[^\n]*", "").replaceAll("\\s+", " ").strip();
  }

  /** {@code Name(parameters)}. */
  public String signature() {
    return parameters.isEmpty()
        ? name
        : parameters.stream().collect(Collectors.joining(", ", name + "(", ")"));
  }

  /** The first line of the author's words. */
  public String summary() {
    return doc.lines().findFirst().orElse("");
  }
}
