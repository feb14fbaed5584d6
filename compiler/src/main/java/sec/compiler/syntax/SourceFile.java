package sec.compiler.syntax;

import java.util.List;
import sec.compiler.source.Source;

/**
 * A file.
 *
 * @param source its text
 * @param imports in order
 * @param declarations in order
 */
public record SourceFile(Source source, List<Import> imports, List<Declaration> declarations) {

  /** Keeps copies. */
  public SourceFile {
    imports = List.copyOf(imports);
    declarations = List.copyOf(declarations);
  }
}
