package sec.compiler.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.operators.Operator;
import sec.compiler.syntax.QualifiedName;
import sec.compiler.values.Type;

/** What words mean at one place of a body. */
final class ChainScope {
  private final Module module;
  private final Diagnostics diagnostics;
  private final Set<String> names;

  /** Parameters that stand for operators or blocks. */
  private final Set<String> blocks;

  private final Map<String, Slot> slots;
  private final @Nullable ChainScope outer;

  /** Whether {@code default} has a meaning. */
  private final boolean put;

  private final Map<String, Local> locals = new HashMap<>();
  private final Map<String, Share> shares = new HashMap<>();

  private ChainScope(
      Module module,
      Diagnostics diagnostics,
      Set<String> names,
      Set<String> blocks,
      Map<String, Slot> slots,
      @Nullable ChainScope outer,
      boolean put) {
    this.module = module;
    this.diagnostics = diagnostics;
    this.names = names;
    this.blocks = blocks;
    this.slots = slots;
    this.outer = outer;
    this.put = put;
  }

  /** A scope in which expressions see {@code names}, and chains what the file declares. */
  static ChainScope of(Module module, Collection<String> names, Diagnostics diagnostics) {
    return new ChainScope(
        module,
        diagnostics,
        new LinkedHashSet<>(names),
        new LinkedHashSet<>(),
        new LinkedHashMap<>(),
        null,
        false);
  }

  /** The scope of a template's body. */
  static ChainScope of(Module module, Template template, Diagnostics diagnostics) {
    ChainScope scope = of(module, Words.SIZES, diagnostics);
    template.parameters().forEach(scope::see);
    return scope;
  }

  /** What follows sees a parameter. */
  void see(Parameter parameter) {
    if (parameter.local() != null) {
      bind(parameter.local());
      return;
    }
    names.add(parameter.name());
    if (parameter.type() == Type.BLOCK) {
      blocks.add(parameter.name());
    }
  }

  /** A scope whose bound values are not seen outside. */
  ChainScope nested() {
    return new ChainScope(module, diagnostics, names, blocks, slots, this, put);
  }

  /** A nested scope with more words in expressions. */
  ChainScope nested(Collection<String> more) {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(more);
    return new ChainScope(module, diagnostics, all, blocks, slots, this, put);
  }

  /** The scope of slot content that sees also {@code parameters}: no bound values, no slots. */
  ChainScope content(List<Parameter> parameters) {
    ChainScope content =
        new ChainScope(
            module,
            diagnostics,
            new LinkedHashSet<>(names),
            new LinkedHashSet<>(blocks),
            Map.of(),
            null,
            false);
    parameters.forEach(content::see);
    return content;
  }

  /** The scope of what a variant puts: {@code default} is what stood there. */
  ChainScope put() {
    return new ChainScope(module, diagnostics, names, blocks, Map.of(), null, true);
  }

  /** The scope inside a block value: no bound values, no shares; sizes are those of its input. */
  ChainScope blockValue() {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(Words.SIZES);
    return new ChainScope(module, diagnostics, all, blocks, slots, null, false);
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  Set<String> names() {
    return names;
  }

  /** Whether {@code name} is a parameter that stands for an operator or block. */
  boolean isBlockParameter(String name) {
    return blocks.contains(name);
  }

  boolean isPut() {
    return put;
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

  /** The names of all bound values that are seen here. */
  List<String> locals() {
    List<String> all = new ArrayList<>();
    for (ChainScope scope = this; scope != null; scope = scope.outer) {
      all.addAll(scope.locals.keySet());
    }
    return all;
  }

  void share(Share share) {
    shares.put(share.name(), share);
  }

  Optional<Share> sharedAs(String name) {
    for (ChainScope scope = this; scope != null; scope = scope.outer) {
      Share share = scope.shares.get(name);
      if (share != null) {
        return Optional.of(share);
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
  Stream<String> words() {
    List<String> near = new ArrayList<>(slots.keySet());
    near.addAll(blocks);
    near.addAll(locals());
    for (ChainScope scope = this; scope != null; scope = scope.outer) {
      near.addAll(scope.shares.keySet());
    }
    return Stream.of(
            near.stream(),
            Stream.of(Operator.values()).map(Operator::word),
            Words.RESERVED.stream(),
            blocks(module.declared(), ""),
            blocks(module.imported(), ""),
            module.aliases().entrySet().stream()
                .flatMap(alias -> blocks(alias.getValue().declared(), alias.getKey() + ".")))
        .flatMap(words -> words);
  }

  private static Stream<String> blocks(Map<String, Definition> from, String prefix) {
    return from.entrySet().stream()
        .filter(named -> named.getValue() instanceof Template template && !template.isNet())
        .map(named -> prefix + named.getKey());
  }
}
