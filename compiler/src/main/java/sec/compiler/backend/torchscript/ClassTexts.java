package sec.compiler.backend.torchscript;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The classes of modules: those that read the same are one. */
final class ClassTexts {
  static final String PACKAGE = "__torch__";

  private final Map<String, String> names = new HashMap<>();
  private final IdentityHashMap<ScriptModule, String> classes = new IdentityHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final StringBuilder text = new StringBuilder();

  private ClassTexts() {}

  /** Of a module and all below it, each class after those that it names. */
  static ClassTexts of(ScriptModule root) {
    ClassTexts texts = new ClassTexts();
    texts.add(root, root.step());
    return texts;
  }

  /** All classes. */
  String text() {
    return text.toString();
  }

  /** The name of a module's class, without the package. */
  String name(ScriptModule module) {
    return requireNonNull(classes.get(module));
  }

  private void add(ScriptModule module, String word) {
    module
        .children()
        .values()
        .forEach(child -> add(child, isNumber(child.step()) ? word : child.step()));
    boolean numbered =
        !module.children().isEmpty()
            && module.children().values().stream().allMatch(child -> isNumber(child.step()))
            && module.methods().isEmpty();
    String attributes = attributes(module);
    String key = attributes + methods(module, "");
    String name = names.get(key);
    if (name == null) {
      name = free(numbered ? word + "List" : word);
      names.put(key, name);
      text.append("class ").append(name).append("(Module):\n").append(attributes);
      text.append(methods(module, PACKAGE + "." + name));
    }
    classes.put(module, name);
  }

  private String free(String wanted) {
    String name = ScriptModule.isName(wanted) ? wanted : wanted + "_";
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  private static boolean isNumber(String step) {
    return Character.isDigit(step.charAt(0));
  }

  private String attributes(ScriptModule module) {
    StringBuilder lines = new StringBuilder();
    lines.append("  __parameters__ = [").append(list(module, true)).append("]\n");
    lines.append("  __buffers__ = [").append(list(module, false)).append("]\n");
    if (!module.children().keySet().stream().allMatch(ScriptModule::isName)) {
      lines.append("  __annotations__ = []\n");
    }
    module.tensors().keySet().forEach(name -> lines.append(attribute(name, "Tensor")));
    lines.append(attribute("training", "bool"));
    module
        .children()
        .forEach((name, child) -> lines.append(attribute(name, PACKAGE + "." + name(child))));
    return lines.toString();
  }

  private static String list(ScriptModule module, boolean trained) {
    return module.tensors().entrySet().stream()
        .filter(entry -> entry.getValue().trained() == trained)
        .map(entry -> "\"" + entry.getKey() + "\", ")
        .collect(Collectors.joining());
  }

  private static String attribute(String name, String type) {
    return ScriptModule.isName(name)
        ? "  %s : %s\n".formatted(name, type)
        : "  __annotations__[\"%s\"] = %s\n".formatted(name, type);
  }

  private static String methods(ScriptModule module, String type) {
    return module.methods().stream().map(method -> method.text(type)).collect(Collectors.joining());
  }
}
