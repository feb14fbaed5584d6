package sec.compiler.backend.graph;

import java.util.stream.Collectors;
import sec.compiler.diagnostics.Printable;

/** A picture as a graph of Graphviz, with clusters. */
public final class Dot {
  private final StringBuilder out = new StringBuilder();

  private Dot() {}

  /**
   * The text of a DOT file.
   *
   * @param toTheRight whether values go from left to right instead of down
   */
  public static String render(Picture picture, boolean toTheRight) {
    Dot dot = new Dot();
    dot.line(0, "digraph " + quoted(picture.title()) + " {");
    dot.line(1, "rankdir=" + (toTheRight ? "LR" : "TB") + "; compound=true;");
    dot.line(
        1,
        "node [fontname=\"Helvetica\", fontsize=12, shape=box, style=\"rounded,filled\", fillcolor=white];");
    dot.line(1, "edge [fontname=\"Helvetica\", fontsize=10, arrowsize=0.7];");
    picture.items().forEach(item -> dot.item(1, item));
    picture
        .edges()
        .forEach(
            edge ->
                dot.line(
                    1,
                    "n%d -> n%d%s;"
                        .formatted(
                            edge.from().id(),
                            edge.to().id(),
                            edge.shape().map(s -> " [label=" + quoted(s) + "]").orElse(""))));
    dot.line(0, "}");
    return dot.out.toString();
  }

  private void item(int level, Picture.Item item) {
    switch (item) {
      case Picture.Box box -> line(level, "n" + box.id() + " [" + attributes(box) + "];");
      case Picture.Group group -> {
        line(level, "subgraph cluster_" + group.id() + " {");
        line(
            level + 1,
            "label=%s; labeljust=l; fontname=\"Helvetica\"; fontsize=12; style=\"%s\"; color=\"%s\";"
                .formatted(
                    quoted(Face.shown(group.title())),
                    group.attention() ? "rounded,dashed" : "rounded",
                    group.attention() ? "#b3590a" : "#b5b5b0"));
        group.items().forEach(inner -> item(level + 1, inner));
        line(level, "}");
      }
    }
  }

  private static String attributes(Picture.Box box) {
    Face face = new Face(box);
    String label =
        face.slots().isEmpty()
            ? quoted(face.title())
            : quoted(face.title() + "\n" + String.join("\n", face.slots()));
    String style =
        switch (box.kind()) {
          case END -> ", shape=plaintext, style=\"\"";
          case JOIN -> ", shape=circle, style=\"\", margin=0.02";
          case BLOCK -> ", penwidth=1.5, fillcolor=\"#dfe7f1\"";
          case LEARNED -> ", fillcolor=\"#e9eef5\"";
          case OPERATOR -> "";
        };
    String attention =
        ", style=\"rounded,filled,dashed\", color=\"#b3590a\", fillcolor=\"#fdeedd\"";
    return "label=" + label + style + (box.attention() ? attention : "");
  }

  /** In quotes only the quote and the backslash mean something, the latter to labels, too. */
  private static String quoted(String text) {
    return text.lines()
        .map(line -> Printable.line(line).replace("\\", "\\\\").replace("\"", "\\\""))
        .collect(Collectors.joining("\\n", "\"", "\""));
  }

  private void line(int level, String text) {
    out.append("  ".repeat(level)).append(text).append('\n');
  }
}
