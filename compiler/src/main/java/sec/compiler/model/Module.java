package sec.compiler.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sec.compiler.source.Source;

/** A file: what it declares, and what it sees of others. */
public final class Module {
  private final Source source;
  private final Map<String, Definition> declared = new LinkedHashMap<>();
  private final Map<String, Definition> imported = new LinkedHashMap<>();
  private final Map<String, Module> aliases = new LinkedHashMap<>();

  Module(Source source) {
    this.source = source;
  }

  /** Its text. */
  public Source source() {
    return source;
  }

  /** What it declares, in order. */
  public Map<String, Definition> declared() {
    return Collections.unmodifiableMap(declared);
  }

  void declare(Definition definition) {
    declared.put(definition.name(), definition);
  }

  void bring(String name, Definition definition) {
    imported.put(name, definition);
  }

  void alias(String alias, Module module) {
    aliases.put(alias, module);
  }

  Map<String, Definition> imported() {
    return imported;
  }

  Map<String, Module> aliases() {
    return aliases;
  }

  /** What a single word names in this file. */
  Optional<Definition> find(String name) {
    Definition own = declared.get(name);
    return Optional.ofNullable(own != null ? own : imported.get(name));
  }
}
