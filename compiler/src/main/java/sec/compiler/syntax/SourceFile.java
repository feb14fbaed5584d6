package sec.compiler.syntax;

import java.util.List;
import sec.compiler.source.Source;

/**
 * A file.
 *
 * @param source its text
 * @param imports in order
 * @param declarations in order, as far as they could be read
 * @param unread the names of declarations that could not, which is then reported
 */
public record SourceFile(
    Source source, List<Import> imports, List<Declaration> declarations, List<Name> unread) {

  /** Keeps copies. */
  public SourceFile {
    imports = List.copyOf(imports);
    declarations = List.copyOf(declarations);
    unread = List.copyOf(unread);
  }
}
