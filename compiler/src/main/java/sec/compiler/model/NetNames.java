package sec.compiler.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.syntax.QualifiedName;

/** Finds nets and variants by the names a file has for them. */
final class NetNames {
  private final Module module;
  private final Diagnostics diagnostics;

  NetNames(Module module, Diagnostics diagnostics) {
    this.module = module;
    this.diagnostics = diagnostics;
  }

  /** The net or variant of that name; null when there is none, which is then reported. */
  @Nullable Definition find(QualifiedName name) {
    ChainScope scope = ChainScope.of(module, List.of(), diagnostics);
    Definition found = scope.definition(name).orElse(null);
    return switch (found) {
      case null -> {
        if (!scope.behindMissingFile(name)) {
          unknown(name);
        }
        yield null;
      }
      case Template template when !template.isNet() -> {
        diagnostics.add(
            Code.E133,
            name.span(),
            name + " is a block; a net or a variant is needed here",
            "put it into one: variant V of Net < at slot put " + name + " >");
        yield null;
      }
      case Experiment ignored -> {
        diagnostics.add(
            Code.E133,
            name.span(),
            name + " is an experiment; a net or a variant is needed here",
            null);
        yield null;
      }
      case Template net -> net;
      case Variant variant -> variant;
      case Missing ignored -> null;
    };
  }

  private void unknown(QualifiedName name) {
    diagnostics.add(
        Code.E302,
        name.span(),
        "there is no net or variant " + name + " here",
        diagnostics.isFull() ? null : Suggestion.help(name.toString(), nets(), "there are"));
  }

  private List<String> nets() {
    return Stream.concat(module.declared().values().stream(), module.imported().values().stream())
        .filter(d -> d instanceof Variant || (d instanceof Template t && t.isNet()))
        .map(Definition::name)
        .toList();
  }
}
