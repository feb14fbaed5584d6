package sec.compiler.help;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.Printable;
import sec.compiler.source.Source;
import sec.compiler.source.SourceTree;
import sec.compiler.source.SourceTree.UnreadableException;
import sec.compiler.syntax.SenetReader;

/**
 * The declarations of files, for people and for programs. Only the text is read: names may be
 * wrong.
 */
public final class Catalogue {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  /** Longer first columns push the words beside them out of sight. */
  private static final int WIDEST = 60;

  private final List<Entry> entries = new ArrayList<>();

  /** The standard library. */
  public static Catalogue library() {
    SourceTree sources = new SourceTree();
    Catalogue catalogue = new Catalogue();
    for (String path : sources.libraryPaths()) {
      try {
        sources.library(path).ifPresent(source -> catalogue.add(source, new Diagnostics()));
      } catch (UnreadableException e) {
        throw new IllegalStateException(path, e);
      }
    }
    return catalogue;
  }

  /** The files that a person calls these names; what cannot be read is reported. */
  public static Catalogue of(List<String> files, Diagnostics diagnostics) {
    Catalogue catalogue = new Catalogue();
    for (String file : files) {
      Source named = new Source("command line", file);
      try {
        catalogue.add(new SourceTree().file(Path.of(file), file), diagnostics);
      } catch (InvalidPathException e) {
        diagnostics.add(Code.E104, named.all(), "this is no file name: " + e.getMessage(), null);
      } catch (UnreadableException e) {
        diagnostics.add(Code.E104, named.all(), e.message(), null);
      }
    }
    return catalogue;
  }

  private void add(Source source, Diagnostics diagnostics) {
    SenetReader.file(source, diagnostics)
        .ifPresent(file -> file.declarations().forEach(each -> entries.add(Entry.of(each, file))));
  }

  /** In the order of files, then by place. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The first declaration of this name. */
  public Optional<Entry> named(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /** File by file: each declaration with the first line of its doc comment, and its slots. */
  public String table() {
    int width =
        entries.stream().mapToInt(e -> head(e).length()).filter(w -> w <= WIDEST).max().orElse(0);
    StringBuilder out = new StringBuilder();
    String file = "";
    for (Entry entry : entries) {
      if (!entry.file().equals(file)) {
        file = entry.file();
        out.append(out.isEmpty() ? "" : "\n").append(Printable.line(file)).append('\n');
      }
      String head = Printable.line(head(entry));
      String blanks = " ".repeat(Math.max(0, width - head.length()));
      out.append(("  " + head + blanks + "  " + Printable.line(entry.summary())).stripTrailing());
      out.append('\n');
      if (!entry.slots().isEmpty()) {
        String slots = Printable.line(String.join("; ", entry.slots()));
        out.append("  ").append(" ".repeat(12)).append("slots: ").append(slots).append('\n');
      }
    }
    return out.toString();
  }

  private static String head(Entry entry) {
    String base =
        entry.base() == null
            ? ""
            : (entry.kind() == Entry.Kind.VARIANT ? " of " : " = ") + entry.base();
    return "%-10s  %s%s".formatted(entry.kind().word(), entry.signature(), base);
  }

  /**
   * One JSON object: {@code declarations}, each with {@code kind}, {@code name}, {@code
   * parameters}, {@code base}, {@code doc}, {@code slots}, {@code file} and {@code line}.
   */
  public String json() {
    ObjectNode document = JSON.createObjectNode();
    ArrayNode declarations = document.putArray("declarations");
    for (Entry entry : entries) {
      ObjectNode node = declarations.addObject();
      node.put("kind", entry.kind().word());
      node.put("name", entry.name());
      entry.parameters().forEach(node.putArray("parameters")::add);
      node.put("base", entry.base());
      node.put("doc", entry.doc());
      entry.slots().forEach(node.putArray("slots")::add);
      node.put("file", entry.file());
      node.put("line", entry.line());
    }
    try {
      return JSON.writeValueAsString(document).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
