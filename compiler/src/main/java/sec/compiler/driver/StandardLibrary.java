package sec.compiler.driver;

import java.util.Optional;
import java.util.regex.Pattern;
import sec.compiler.model.Module;
import sec.compiler.model.ModuleLoader;
import sec.compiler.source.SourceTree;
import sec.compiler.source.SourceTree.UnreadableException;

/** Finds what the standard library declares. */
final class StandardLibrary {
  private final SourceTree sources;
  private final ModuleLoader loader;

  StandardLibrary(SourceTree sources, ModuleLoader loader) {
    this.sources = sources;
    this.loader = loader;
  }

  /**
   * The module that declares {@code name}; empty when none does. Only files that look as if they
   * did are parsed, as most commands name one net and are over soon.
   */
  Optional<Module> declaring(String name) {
    Pattern declaration =
        Pattern.compile("\\b(block|net|variant|experiment)\\s+" + Pattern.quote(name) + "\\b");
    try {
      for (String path : sources.libraryPaths()) {
        if (declaration.matcher(sources.library(path).orElseThrow().text()).find()) {
          Optional<Module> module = loader.library(path);
          if (module.isPresent() && module.get().declared().containsKey(name)) {
            return module;
          }
        }
      }
      return Optional.empty();
    } catch (UnreadableException e) {
      throw new IllegalStateException(e);
    }
  }
}
