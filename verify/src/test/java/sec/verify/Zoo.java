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
  private static final boolean FULL = "full".equals(System.getProperty("sec.zoo"));

  /** The last map is at least this high and wide: what happens at its border is then not all. */
  private static final int LAST_MAP = 3;

  private static final int LARGEST = 331;

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
   * What is to be tested: each net and variant once; with the property, also at its own size and
   * with all settings of which the counts are known.
   */
  static List<Configuration> configurations() {
    List<Configuration> configurations = new ArrayList<>();
    for (String name : names()) {
      configurations.add(reduced(name, List.of()));
      if (FULL) {
        configurations.add(new Configuration(name, List.of()));
      }
    }
    if (FULL) {
      ZooCounts.rows().stream()
          .filter(row -> !row.settings().isEmpty())
          .forEach(row -> configurations.add(reduced(row.target(), row.settings())));
    }
    return configurations;
  }

  /** Those of the nets, each once, that take at most so many multiply-adds. */
  static List<Network> upTo(long macs) {
    return names().stream()
        .map(name -> reduced(name, List.of()).network())
        .filter(network -> Cost.of(network).macs() <= macs)
        .toList();
  }

  private static List<String> names() {
    return new Targets(new Diagnostics()).libraryNets().stream().map(Definition::name).toList();
  }

  /**
   * The smallest odd input, wider than high, under which the net's last map is large enough: never
   * larger than its own.
   */
  private static Configuration reduced(String name, List<String> settings) {
    Configuration whole = new Configuration(name, settings);
    Shape own = whole.network().input();
    for (int height = 2 * LAST_MAP + 1; height <= LARGEST; height += 2) {
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
    return network.nodes().stream()
        .map(Node::shape)
        .filter(shape -> shape.isMap() && (shape.height() > 1 || shape.width() > 1))
        .reduce((first, second) -> second)
        .filter(shape -> shape.height() >= LAST_MAP && shape.width() >= LAST_MAP)
        .isPresent();
  }
}
