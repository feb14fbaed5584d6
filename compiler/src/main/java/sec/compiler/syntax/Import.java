package sec.compiler.syntax;

import java.util.List;
import sec.compiler.source.Span;

/** A line that brings declarations of another file into this one. */
public sealed interface Import {

  /** The whole line. */
  Span span();

  /**
   * {@code import std.attention (SE, Bump);} takes single names from the standard library; without
   * a list, {@code import std.attention;}, its declarations are reached as {@code attention.SE}.
   *
   * @param span the whole line
   * @param module the file's place in the library
   * @param names what is taken; empty for all, behind the module's last word
   */
  record Library(Span span, QualifiedName module, List<Name> names) implements Import {
    /** Keeps a copy. */
    public Library {
      names = List.copyOf(names);
    }
  }

  /**
   * {@code import "blocks/mine.senet" as mine;}.
   *
   * @param span the whole line
   * @param path relative to the importing file, escapes resolved
   * @param pathSpan the string
   * @param alias what its declarations are reached behind
   */
  record File(Span span, String path, Span pathSpan, Name alias) implements Import {}
}
