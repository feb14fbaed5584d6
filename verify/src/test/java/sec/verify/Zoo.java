package sec.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sec.compiler.analysis.Cost;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.fixtures.ZooCounts;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.model.Definition;
import sec.compiler.operators.Shape;

/** The networks of the library that tests go over, at sizes that they can bear. */
final class Zoo {
  static final boolean FULL = "full".equals(System.getProperty("sec.zoo"));

  /** The last map is at least this high and wide: what happens at its border is then not all. */
  private static final int LAST_MAP = 3;

  private static final int LARGEST = 331;

  /** Of a net that is quick at its own size. */
  private static final long MOST_MACS = 600_000_000;

  /** Found once for all tests, by the first that asks: it takes as long as a test or two. */
  private static final class Reduced {
    static final List<Configuration> ALL =
        names().stream().map(name -> reduced(name, List.of())).toList();
  }

  private Zoo() {}

  /**
   * A network of the library in one configuration.
   *
   * @param name of the net or variant
   * @param settings {@code name=value}, beside its defaults
   */
  record Configuration(String name, List<String> settings) {

    /** Elaborates it. */
    Network network() {
      Diagnostics diagnostics = new Diagnostics();
      return elaborated(diagnostics)
          .orElseThrow(() -> new IllegalStateException(this + ": " + diagnostics.sorted()));
    }

    Optional<Network> elaborated(Diagnostics diagnostics) {
      return new Targets(diagnostics).network(new TargetRequest(name, List.of(), settings));
    }

    @Override
    public String toString() {
      return settings.isEmpty() ? name : name + " " + String.join(" ", settings);
    }
  }

  /**
   * What is to be tested: each net and variant once; with the property, also with all settings of
   * which the counts are known, and at its own size where that is not slow.
   */
  static List<Configuration> configurations() {
    List<Configuration> configurations = new ArrayList<>(Reduced.ALL);
    if (FULL) {
      names().stream()
          .map(name -> new Configuration(name, List.of()))
          .filter(whole -> Cost.of(whole.network()).macs() <= MOST_MACS)
          .forEach(configurations::add);
      ZooCounts.rows().stream()
          .filter(row -> !row.settings().isEmpty())
          .forEach(row -> configurations.add(reduced(row.target(), row.settings())));
    }
    return configurations;
  }

  /** Those of the nets, each once, that take at most so many multiply-adds. */
  static List<Network> upTo(long macs) {
    return Reduced.ALL.stream()
        .map(Configuration::network)
        .filter(network -> Cost.of(network).macs() <= macs)
        .toList();
  }

  private static List<String> names() {
    return new Targets(new Diagnostics()).libraryNets().stream().map(Definition::name).toList();
  }

  /**
   * The smallest odd input, wider than high, under which the net's last map is large enough: never
   * larger than its own. By how much the net shrinks its own input says where to begin.
   */
  private static Configuration reduced(String name, List<String> settings) {
    Network whole = new Configuration(name, settings).network();
    Shape own = whole.input();
    int stride = lastMap(whole).map(map -> own.height() / map.height()).orElse(1);
    int first = Math.max(2 * LAST_MAP, (LAST_MAP - 1) * stride) | 1;
    for (int height = first; height <= LARGEST; height += 2) {
      List<String> more = new ArrayList<>(settings);
      more.add("input=[%d, %d, %d]".formatted(own.channels(), height, height + 2));
      Configuration configuration = new Configuration(name, more);
      if (configuration.elaborated(new Diagnostics()).filter(Zoo::isLargeEnough).isPresent()) {
        return configuration;
      }
    }
    throw new IllegalStateException(name + " has a last map of less than 3x3 at any size");
  }

  private static boolean isLargeEnough(Network network) {
    return lastMap(network)
        .filter(shape -> shape.height() >= LAST_MAP && shape.width() >= LAST_MAP)
        .isPresent();
  }

  private static Optional<Shape> lastMap(Network network) {
    return network.nodes().stream()
        .map(Node::shape)
        .filter(shape -> shape.isMap() && (shape.height() > 1 || shape.width() > 1))
        .reduce((first, second) -> second);
  }
}
