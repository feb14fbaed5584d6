package sec.compiler.backend.djl;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sec.compiler.ir.Assembly;
import sec.compiler.ir.Network;
import sec.compiler.model.Template;

/** The classes of nets, and of variants, which extend those. */
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

  /** The class of {@code network}. */
  ClassName write(Network network) {
    DjlProgram program = new DjlProgram(network, classes);
    Assembly assembly = network.assembly();
    Template net = assembly.net();
    Signature signature =
        new TemplateClass(program, net).writeNet(Dims.of(assembly.input()), defaults(assembly));
    return isNetItself(assembly)
        ? signature.type()
        : new VariantClass(program, network, signature).write();
  }

  private static boolean isNetItself(Assembly assembly) {
    return assembly.target().equals(assembly.net()) && assembly.grafts().isEmpty();
  }

  /**
   * What the parameters of a net are in the network that is the net itself. Where there is none,
   * the class has no constructor without arguments.
   */
  private Optional<Map<String, Term>> defaults(Assembly assembly) {
    Stream<Assembly> itself =
        isNetItself(assembly)
            ? Stream.of(assembly)
            : networks.stream()
                .map(Network::assembly)
                .filter(other -> isNetItself(other) && other.net().equals(assembly.net()))
                .filter(other -> other.input().equals(assembly.input()));
    return itself.findFirst().map(found -> VariantParameters.terms(found.arguments()));
  }
}
