package sec.compiler.backend.graph;

import java.util.List;
import java.util.stream.Collectors;
import sec.compiler.diagnostics.Printable;

/** A picture as a flowchart of Mermaid, which GitHub and many wikis draw. */
public final class Mermaid {
  /** What stands in a label as it is; all else as its number. */
  private static final String PLAIN = " ,.()=:+-/×…−÷";

  private final StringBuilder out = new StringBuilder();

  private Mermaid() {}

  /**
   * The text of a Mermaid file.
   *
   * @param toTheRight whether values go from left to right instead of down
   */
  public static String render(Picture picture, boolean toTheRight) {
    Mermaid mermaid = new Mermaid();
    mermaid.line(0, "flowchart " + (toTheRight ? "LR" : "TD"));
    mermaid.line(1, "accTitle: " + escaped(picture.title()));
    mermaid.line(1, "accDescr: " + escaped(picture.description()));
    picture.items().forEach(item -> mermaid.item(1, item));
    picture
        .edges()
        .forEach(
            edge ->
                mermaid.line(
                    1,
                    "n%d -->%s n%d"
                        .formatted(
                            edge.from().id(),
                            edge.shape().map(s -> "|\"" + escaped(s) + "\"|").orElse(""),
                            edge.to().id())));
    mermaid.styles(picture);
    return mermaid.out.toString();
  }

  private void item(int level, Picture.Item item) {
    switch (item) {
      case Picture.Box box -> {
        Face face = new Face(box);
        String label = escaped(face.title());
        for (String slot : face.slots()) {
          label += "<br>" + escaped(slot);
        }
        line(level, "n" + box.id() + brackets(box.kind()).formatted("\"" + label + "\""));
      }
      case Picture.Group group -> {
        line(
            level,
            "subgraph n%d[\"%s\"]".formatted(group.id(), escaped(Face.shown(group.title()))));
        group.items().forEach(inner -> item(level + 1, inner));
        line(level, "end");
      }
    }
  }

  private static String brackets(Picture.Kind kind) {
    return switch (kind) {
      case END -> "([%s])";
      case JOIN -> "((%s))";
      case BLOCK -> "[[%s]]";
      case LEARNED, OPERATOR -> "(%s)";
    };
  }

  private void styles(Picture picture) {
    line(1, "classDef attention fill:#fdeedd,stroke:#b3590a,stroke-dasharray:5 3");
    String marked = attention(picture.items());
    if (!marked.isEmpty()) {
      line(1, "class " + marked + " attention");
    }
  }

  private static String attention(List<Picture.Item> items) {
    return items.stream()
        .map(
            item ->
                switch (item) {
                  case Picture.Box box -> box.attention() ? "n" + box.id() : "";
                  case Picture.Group group ->
                      group.attention() ? "n" + group.id() : attention(group.items());
                })
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(","));
  }

  /** Mermaid's way to write a character by its number, which neither it nor HTML takes for more. */
  private static String escaped(String text) {
    return Printable.line(text)
        .codePoints()
        .mapToObj(
            c -> isAlphanumeric(c) || PLAIN.indexOf(c) >= 0 ? Character.toString(c) : "#" + c + ";")
        .collect(Collectors.joining());
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private void line(int level, String text) {
    out.append("  ".repeat(level)).append(text).append('\n');
  }
}
