package sec.compiler.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.operators.Operator;
import sec.compiler.syntax.QualifiedName;

/** What words mean at one place of a body. */
final class ChainScope {
  private final Module module;
  private final Diagnostics diagnostics;
  private final Set<String> names;
  private final Map<String, Slot> slots;
  private final @Nullable ChainScope outer;
  private final Map<String, Local> locals = new HashMap<>();

  private ChainScope(
      Module module,
      Diagnostics diagnostics,
      Set<String> names,
      Map<String, Slot> slots,
      @Nullable ChainScope outer) {
    this.module = module;
    this.diagnostics = diagnostics;
    this.names = names;
    this.slots = slots;
    this.outer = outer;
  }

  /** The scope of a template's body, or of a file when there is none. */
  static ChainScope of(Module module, @Nullable Template template, Diagnostics diagnostics) {
    Set<String> names = new LinkedHashSet<>(Words.SIZES);
    if (template != null) {
      template.parameters().forEach(p -> names.add(p.name()));
    }
    return new ChainScope(module, diagnostics, names, new LinkedHashMap<>(), null);
  }

  /** A scope whose bound values are not seen outside. */
  ChainScope nested() {
    return new ChainScope(module, diagnostics, names, slots, this);
  }

  /** The scope of slot content: no bound values, no slots. */
  ChainScope content() {
    return new ChainScope(module, diagnostics, names, Map.of(), null);
  }

  /** The same with other words in expressions. */
  ChainScope withNames(Set<String> names) {
    return new ChainScope(module, diagnostics, names, slots, outer);
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  Set<String> names() {
    return names;
  }

  void bind(Local local) {
    locals.put(local.name(), local);
  }

  Optional<Local> local(String name) {
    for (ChainScope scope = this; scope != null; scope = scope.outer) {
      Local local = scope.locals.get(name);
      if (local != null) {
        return Optional.of(local);
      }
    }
    return Optional.empty();
  }

  void declare(Slot slot) {
    slots.put(slot.name(), slot);
  }

  Optional<Slot> slot(String name) {
    return Optional.ofNullable(slots.get(name));
  }

  /** The block, net or variant of that name. */
  Optional<Definition> definition(QualifiedName name) {
    if (name.isSimple()) {
      return module.find(name.toString());
    }
    Module behind = module.aliases().get(name.first().text());
    return behind == null || name.parts().size() > 2
        ? Optional.empty()
        : Optional.ofNullable(behind.declared().get(name.last().text()));
  }

  /** Whether the first word of {@code name} is an alias whose file could not be read. */
  boolean behindMissingFile(QualifiedName name) {
    Module behind = module.aliases().get(name.first().text());
    return !name.isSimple() && behind != null && behind.declared().isEmpty();
  }

  /** Every word that a chain may use here, for "did you mean". */
  List<String> words() {
    List<String> words = new ArrayList<>(slots.keySet());
    for (ChainScope scope = this; scope != null; scope = scope.outer) {
      words.addAll(scope.locals.keySet());
    }
    for (Operator operator : Operator.values()) {
      words.add(operator.word());
    }
    words.addAll(Words.RESERVED);
    blocks(module.declared(), "", words);
    blocks(module.imported(), "", words);
    module.aliases().forEach((alias, file) -> blocks(file.declared(), alias + ".", words));
    return words;
  }

  private static void blocks(Map<String, Definition> from, String prefix, List<String> into) {
    from.forEach(
        (name, definition) -> {
          if (definition instanceof Template template && !template.isNet()) {
            into.add(prefix + name);
          }
        });
  }
}
