package sec.compiler.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.source.Source;
import sec.compiler.source.SourceTree;
import sec.compiler.source.SourceTree.UnreadableException;
import sec.compiler.source.Span;
import sec.compiler.syntax.Import;
import sec.compiler.syntax.Name;
import sec.compiler.syntax.SenetReader;
import sec.compiler.syntax.SourceFile;

/**
 * Loads files and what they import, each once. Imports stay inside the folder of the file that was
 * named first, and inside the standard library.
 */
public final class ModuleLoader {
  /** Files one run may read. */
  private static final int MOST_FILES = 1000;

  private final SourceTree sources;
  private final Diagnostics diagnostics;
  private final Map<Location, Module> loaded = new HashMap<>();
  private final SlotSearch search = new SlotSearch();
  private final List<Location> underway = new ArrayList<>();

  /** Bytes of all files. */
  private long read;

  /** Makes a loader that reports to {@code diagnostics}. */
  public ModuleLoader(SourceTree sources, Diagnostics diagnostics) {
    this.sources = sources;
    this.diagnostics = diagnostics;
  }

  /** Where a module is. */
  private sealed interface Location {
    String shown();

    record InText(Source source) implements Location {
      @Override
      public String shown() {
        return source.name();
      }
    }

    record InLibrary(String path) implements Location {
      @Override
      public String shown() {
        return path;
      }
    }

    record InFile(Path real, Path root, String shown) implements Location {
      @Override
      public boolean equals(@Nullable Object other) {
        return other instanceof InFile file && file.real.equals(real);
      }

      @Override
      public int hashCode() {
        return real.hashCode();
      }
    }
  }

  /** A library module by its path, {@code std/attention.senet}. */
  public Optional<Module> library(String path) throws UnreadableException {
    return load(new Location.InLibrary(path));
  }

  /** The module of a file; its folder is the root that imports cannot leave. */
  public Optional<Module> file(Path path) throws UnreadableException {
    String shown = path.toString();
    try {
      Path real = path.toRealPath();
      Path root = real.getParent() == null ? real : real.getParent();
      return load(new Location.InFile(real, root, shown));
    } catch (IOException e) {
      sources.file(path, shown);
      throw new IllegalStateException(e);
    }
  }

  /** The module of a text that is no file; it can import from the library alone. */
  public Module text(Source source) {
    return resolved(source, new Location.InText(source));
  }

  /** All modules of the library whose texts have no errors, in alphabetical order. */
  public List<Module> wholeLibrary() {
    List<Module> all = new ArrayList<>();
    for (String path : sources.libraryPaths()) {
      try {
        library(path).ifPresent(all::add);
      } catch (UnreadableException e) {
        throw new IllegalStateException(e);
      }
    }
    return all;
  }

  private Optional<Module> load(Location location) throws UnreadableException {
    Module known = loaded.get(location);
    if (known != null) {
      return Optional.of(known);
    }
    Source source =
        switch (location) {
          case Location.InLibrary library -> {
            Optional<Source> found = sources.library(library.path());
            if (found.isEmpty()) {
              throw new UnknownModuleException();
            }
            yield found.get();
          }
          case Location.InFile file -> read(file);
          case Location.InText text -> text.source();
        };
    return Optional.of(resolved(source, location));
  }

  /** Takes in so much of a file. What a single one is too long for, many small ones are, too. */
  private Source read(Location.InFile file) throws UnreadableException {
    read += size(file);
    if (!underway.isEmpty() && read > Source.LONGEST) {
      throw new UnreadableException(beyond(file));
    }
    return sources.file(file.real(), file.shown());
  }

  private static String beyond(Location.InFile file) {
    return "with %s, imports come to more than %,d bytes".formatted(file.shown(), Source.LONGEST);
  }

  private static long size(Location.InFile file) {
    try {
      return Files.size(file.real());
    } catch (IOException e) {
      return 0; // It is told when the file is read.
    }
  }

  private Module resolved(Source source, Location location) {
    Module module = new Module(source);
    Optional<SourceFile> syntax = SenetReader.file(source, diagnostics);
    loaded.put(location, module);
    if (syntax.isEmpty()) {
      return module;
    }
    underway.add(location);
    List<Import> lines = syntax.get().imports();
    Map<Import.File, Location.InFile> files = located(lines, location);
    for (Import line : lines) {
      if (!diagnostics.isSpent()) {
        bring(line, files, module);
      }
    }
    underway.removeLast();
    new Resolver(module, diagnostics, search).resolve(syntax.get());
    return module;
  }

  private static final class UnknownModuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Where the files are; none, and none is read, when by their sizes they are too much. */
  private Map<Import.File, Location.InFile> located(List<Import> lines, Location from) {
    Map<Import.File, Location.InFile> files = new HashMap<>();
    Set<Location> more = new HashSet<>();
    long size = read;
    for (Import line : lines) {
      if (diagnostics.isSpent() || !(line instanceof Import.File file)) {
        continue;
      }
      Location.InFile location = located(file, from);
      if (location == null) {
        continue;
      }
      files.put(file, location);
      size += !loaded.containsKey(location) && more.add(location) ? size(location) : 0;
      if (size > Source.LONGEST) {
        diagnostics.add(Code.E104, file.pathSpan(), beyond(location), null);
        return Map.of();
      }
    }
    return files;
  }

  private Location.@Nullable InFile located(Import.File line, Location from) {
    if (from instanceof Location.InFile file) {
      return inside(line, file);
    }
    diagnostics.add(
        Code.E114,
        line.pathSpan(),
        from instanceof Location.InText
            ? "a text that is no file imports only from the library"
            : "a file of the standard library imports only from the library",
        null);
    return null;
  }

  private void bring(Import line, Map<Import.File, Location.InFile> files, Module into) {
    switch (line) {
      case Import.Library library -> bringLibrary(library, into);
      case Import.File file -> bringFile(file, files.get(file), into);
    }
  }

  private void bringLibrary(Import.Library line, Module into) {
    String path =
        line.module().parts().stream().map(Name::text).collect(Collectors.joining("/"))
            + SourceTree.EXTENSION;
    Optional<Module> module;
    try {
      module = imported(new Location.InLibrary(path), line.module().span());
    } catch (UnknownModuleException e) {
      diagnostics.add(
          Code.E111,
          line.module().span(),
          "the standard library has no " + line.module(),
          moduleHelp(line));
      line.names().forEach(name -> into.bring(name.text(), Missing.named(name)));
      return;
    }
    if (module.isEmpty()) {
      line.names().forEach(name -> into.bring(name.text(), Missing.named(name)));
    } else if (line.names().isEmpty()) {
      alias(line.module().last(), module.get(), into);
    } else {
      line.names().forEach(name -> bringName(name, module.get(), into));
    }
  }

  private @Nullable String moduleHelp(Import.Library line) {
    String last = "." + line.module().last();
    return libraryModules().stream()
        .filter(module -> module.endsWith(last))
        .findFirst()
        .map(module -> "did you mean " + module + "?")
        .orElseGet(() -> Suggestion.help(line.module().toString(), libraryModules(), "it has"));
  }

  private List<String> libraryModules() {
    return sources.libraryPaths().stream()
        .map(p -> p.substring(0, p.length() - SourceTree.EXTENSION.length()).replace('/', '.'))
        .toList();
  }

  private void bringName(Name name, Module from, Module into) {
    Definition definition = from.declared().get(name.text());
    if (definition == null) {
      if (!from.declared().isEmpty()) {
        diagnostics.add(
            Code.E113,
            name.span(),
            from.source() + " declares no " + name,
            Suggestion.help(name.text(), from.declared().keySet(), "it declares"));
      }
      definition = Missing.named(name);
    } else if (into.imported().containsKey(name.text())) {
      diagnostics.add(
          Code.E123, name.span(), name + " is imported twice", "take one of them by its alias");
    }
    into.bring(name.text(), definition);
  }

  private void alias(Name alias, Module module, Module into) {
    if (into.aliases().containsKey(alias.text())) {
      diagnostics.add(
          Code.E123,
          alias.span(),
          "two imports are called " + alias,
          "give one of them another name after \"as\"");
    }
    into.alias(alias.text(), module);
  }

  private void bringFile(Import.File line, Location.@Nullable InFile file, Module into) {
    Optional<Module> module = file == null ? Optional.empty() : imported(file, line.pathSpan());
    // A module without declarations stands for one that is not there, so that nothing more is said.
    alias(line.alias(), module.orElseGet(() -> new Module(into.source())), into);
  }

  private Location.@Nullable InFile inside(Import.File line, Location.InFile from) {
    try {
      Path folder = from.real().getParent();
      Path wanted = folder == null ? Path.of(line.path()) : folder.resolve(line.path());
      if (Path.of(line.path()).isAbsolute() || !wanted.normalize().startsWith(from.root())) {
        return leaves(line, from);
      }
      Path real = wanted.toRealPath();
      if (!real.startsWith(from.root())) {
        return leaves(line, from);
      }
      Path base = Path.of(from.shown()).getParent();
      String shown = (base == null ? Path.of(line.path()) : base.resolve(line.path())).toString();
      return new Location.InFile(real, from.root(), shown);
    } catch (IOException | InvalidPathException e) {
      diagnostics.add(
          Code.E111,
          line.pathSpan(),
          "there is no file \"" + line.path() + "\" beside " + from.shown(),
          nearbyFile(line, from));
      return null;
    }
  }

  private Location.@Nullable InFile leaves(Import.File line, Location.InFile from) {
    diagnostics.add(
        Code.E114,
        line.pathSpan(),
        "\"" + line.path() + "\" leaves the folder of the file being compiled",
        "imports stay inside "
            + (from.root().getFileName() == null ? "it" : from.root().getFileName() + "/")
            + ": move the file there, or compile from a folder above both");
    return null;
  }

  private @Nullable String nearbyFile(Import.File line, Location.InFile from) {
    Path folder = from.real().getParent();
    if (folder == null) {
      return null;
    }
    try (var files = Files.list(folder)) {
      List<String> names =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(SourceTree.EXTENSION))
              .toList();
      return Suggestion.help(line.path(), names, "there are");
    } catch (IOException e) {
      return null;
    }
  }

  private Optional<Module> imported(Location location, Span span) {
    int start = underway.indexOf(location);
    if (start >= 0) {
      String circle =
          underway.subList(start, underway.size()).stream()
              .map(Location::shown)
              .collect(Collectors.joining(" imports ", "", " imports " + location.shown()));
      diagnostics.add(
          Code.E112,
          span,
          "files import one another in a circle: " + circle,
          "move what they share into a file of its own");
      return Optional.empty();
    }
    if (loaded.size() >= MOST_FILES) {
      diagnostics.add(Code.E111, span, "more than " + MOST_FILES + " files are imported", null);
      return Optional.empty();
    }
    try {
      return load(location);
    } catch (UnreadableException e) {
      diagnostics.add(Code.E104, span, e.message(), null);
      return Optional.empty();
    }
  }
}
