package sec.compiler.backend.torchscript;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;

/**
 * A module of an archive: a step of the paths of parameters. What it has goes by the steps below
 * it, so that Python's {@code state_dict()} has the paths of weight files.
 */
final class ScriptModule {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

  /** What every module has, in the archive or in Python's reader of it. */
  private static final Set<String> TAKEN =
      Set.of(
          "training",
          ScriptMethod.FORWARD,
          ScriptMethod.TENSORS,
          "__annotations__",
          "__parameters__",
          "__buffers__");

  /** What neither Python nor libtorch reads as a name. */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("False None True and as assert async await break class continue def del elif else except"
                  + " finally for from global if import in is lambda nonlocal not or pass raise"
                  + " return try while with yield")
              .split(" "));

  private final String step;
  private final SequencedMap<String, Parameter> tensors = new LinkedHashMap<>();
  private final SequencedMap<String, ScriptModule> children = new LinkedHashMap<>();
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<ScriptMethod> methods = new ArrayList<>();

  private ScriptModule(String step) {
    this.step = step;
  }

  /** The modules of a network's parameters, without methods. */
  static ScriptModule of(Network network) {
    ScriptModule root = new ScriptModule(network.name());
    for (Parameter parameter : network.parameters()) {
      List<String> steps = List.of(parameter.path().split("\\.", -1));
      ScriptModule owner = root;
      for (String step : steps.subList(0, steps.size() - 1)) {
        owner = owner.children.computeIfAbsent(step, ScriptModule::new);
      }
      owner.tensors.put(steps.getLast(), parameter);
    }
    root.nameAttributes();
    return root;
  }

  private void nameAttributes() {
    Set<String> taken = new HashSet<>(TAKEN);
    tensors.keySet().forEach(role -> attributes.put("." + role, free(role, taken)));
    children.keySet().forEach(child -> attributes.put(child, free(child, taken)));
    children.values().forEach(ScriptModule::nameAttributes);
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    while (!taken.add(name)) {
      name += "_";
    }
    return name;
  }

  static boolean isName(String text) {
    return IDENTIFIER.matcher(text).matches() && !KEYWORDS.contains(text);
  }

  /** What is written at its place. */
  String step() {
    return step;
  }

  /** Its own tensors, by the names of its attributes. */
  SequencedMap<String, Parameter> tensors() {
    SequencedMap<String, Parameter> named = new LinkedHashMap<>();
    tensors.forEach((role, tensor) -> named.put(attribute("." + role), tensor));
    return named;
  }

  /** The modules in it, by the names of its attributes. */
  SequencedMap<String, ScriptModule> children() {
    SequencedMap<String, ScriptModule> named = new LinkedHashMap<>();
    children.forEach((child, module) -> named.put(attribute(child), module));
    return named;
  }

  List<ScriptMethod> methods() {
    return List.copyOf(methods);
  }

  /** Takes a method; returns the name of it, or of one that is there and reads the same. */
  String add(ScriptMethod method) {
    for (ScriptMethod there : methods) {
      if (there.readsAs(method)) {
        return there.name();
      }
    }
    Set<String> taken = new HashSet<>(attributes.values());
    methods.forEach(there -> taken.add(there.name()));
    ScriptMethod named = method.named(free(method.name(), taken));
    methods.add(named);
    return named.name();
  }

  /** The module at a path below this one, as files write it; empty for this one. */
  ScriptModule at(String path) {
    ScriptModule module = this;
    for (String next : steps(path)) {
      module = module.child(next);
    }
    return module;
  }

  /** How a method of this module says a module below it. */
  String access(String path) {
    return access("self", steps(path));
  }

  /** How a method of this module says a tensor below it. */
  String accessTensor(String path) {
    int dot = path.lastIndexOf('.');
    String owner = dot < 0 ? "" : path.substring(0, dot);
    return member(access(owner), at(owner).attribute("." + path.substring(dot + 1)));
  }

  private String access(String self, List<String> steps) {
    String code = self;
    ScriptModule module = this;
    for (String next : steps) {
      code = member(code, module.attribute(next));
      module = module.child(next);
    }
    return code;
  }

  private static String member(String owner, String name) {
    return isName(name) ? owner + "." + name : "getattr(%s, \"%s\")".formatted(owner, name);
  }

  private static List<String> steps(String path) {
    return path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
  }

  private ScriptModule child(String name) {
    ScriptModule module = children.get(name);
    if (module == null) {
      throw new IllegalArgumentException(step + " has no module " + name);
    }
    return module;
  }

  private String attribute(String key) {
    String name = attributes.get(key);
    if (name == null) {
      throw new IllegalArgumentException(step + " has no " + key);
    }
    return name;
  }
}
