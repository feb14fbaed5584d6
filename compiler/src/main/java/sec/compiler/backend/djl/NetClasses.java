package sec.compiler.backend.djl;

import com.palantir.javapoet.ClassName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sec.compiler.ir.Assembly;
import sec.compiler.ir.Network;
import sec.compiler.model.Definition;
import sec.compiler.model.Parameter;
import sec.compiler.model.Template;
import sec.compiler.model.Variant;
import sec.compiler.values.Type;

/**
 * The classes of nets, and of variants, which extend those. A net's parameter is a parameter of its
 * class, unless no class can say it, as a table that the net goes through: then it is what it is in
 * this network.
 */
final class NetClasses {
  private final List<Network> networks;
  private final JavaClasses classes;

  /**
   * Starts.
   *
   * @param networks all that are written
   * @param classes receives what is
   */
  NetClasses(List<Network> networks, JavaClasses classes) {
    this.networks = networks;
    this.classes = classes;
  }

  /** The class of {@code network}, with as few of its net's parameters fixed as can be. */
  ClassName write(Network network) {
    Template net = network.assembly().net();
    Set<String> all = net.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
    JavaClasses before = classes.copy();
    NotOneClassException reason = null;
    for (Set<String> fixed : List.of(Set.<String>of(), lists(network.assembly()), all)) {
      try {
        ClassName type = write(network, fixed);
        if (fixed.size() < all.size() || all.isEmpty()) {
          return type;
        }
        classes.reset(before);
        return write(network, needed(network, all));
      } catch (NotOneClassException e) {
        classes.reset(before);
        reason = e;
      }
    }
    throw reason;
  }

  /** The parameters without which there is no class, if all of them are too many. */
  private Set<String> needed(Network network, Set<String> all) {
    Assembly assembly = network.assembly();
    Scope scope =
        new Scope(VariantParameters.terms(assembly.arguments()), Dims.of(assembly.input()));
    JavaClasses before = classes.copy();
    Set<String> fixed = new HashSet<>(all);
    for (Parameter parameter : assembly.net().parameters()) {
      boolean followed =
          assembly.net().parameters().stream()
              .anyMatch(
                  p -> fixed.contains(p.name()) && mentioned(p, scope).contains(parameter.name()));
      fixed.remove(parameter.name());
      if (followed || !can(network, fixed)) {
        fixed.add(parameter.name());
      }
      classes.reset(before);
    }
    return fixed;
  }

  private boolean can(Network network, Set<String> fixed) {
    try {
      write(network, fixed);
      return true;
    } catch (NotOneClassException e) {
      return false;
    }
  }

  private ClassName write(Network network, Set<String> fixed) {
    Assembly assembly = network.assembly();
    DjlProgram program = new DjlProgram(network, classes);
    Map<String, Term> values = VariantParameters.terms(assembly.arguments());
    values.keySet().retainAll(fixed);
    Definition base = fixed.isEmpty() ? assembly.net() : base(assembly.target());
    Signature signature =
        new TemplateClass(program, assembly.net())
            .writeNet(base, Dims.of(assembly.input()), values, defaults(base, assembly));
    return isItself(assembly, base)
        ? signature.type()
        : new VariantClass(program, network, signature).write();
  }

  /** The net that a variant is one of; it may be another one with some of its parameters set. */
  private static Definition base(Definition target) {
    return target instanceof Variant variant && !variant.isNet() ? base(variant.base()) : target;
  }

  /** The parameters that are lists, and what their defaults speak of. */
  private static Set<String> lists(Assembly assembly) {
    Map<String, Term> values = VariantParameters.terms(assembly.arguments());
    Set<String> lists = new HashSet<>();
    List<Parameter> parameters = assembly.net().parameters();
    for (Parameter parameter : parameters.reversed()) {
      if (parameter.type() == Type.LIST || lists.contains(parameter.name())) {
        lists.add(parameter.name());
        lists.addAll(mentioned(parameter, new Scope(values, Dims.of(assembly.input()))));
      }
    }
    return lists;
  }

  private static Set<String> mentioned(Parameter parameter, Scope scope) {
    Set<String> names = new HashSet<>();
    Terms terms =
        new Terms(
            name -> {
              names.add(name);
              return scope.find(name);
            });
    if (parameter.fallback() != null) {
      terms.of(parameter.fallback());
    }
    return names;
  }

  private static boolean isItself(Assembly assembly, Definition base) {
    return assembly.target().equals(base) && assembly.grafts().isEmpty();
  }

  /**
   * What the parameters of a net are in the network that is the net itself. Where there is none,
   * the class has no constructor without arguments.
   */
  private Optional<Map<String, Term>> defaults(Definition base, Assembly assembly) {
    Stream<Assembly> itself =
        isItself(assembly, base)
            ? Stream.of(assembly)
            : networks.stream()
                .map(Network::assembly)
                .filter(other -> isItself(other, base))
                .filter(other -> other.input().equals(assembly.input()));
    return itself.findFirst().map(found -> VariantParameters.terms(found.arguments()));
  }
}
