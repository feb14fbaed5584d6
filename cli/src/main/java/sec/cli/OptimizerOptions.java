package sec.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sec.runtime.optimizers.Adadelta;
import sec.runtime.optimizers.Adam;
import sec.runtime.optimizers.RmsProp;
import sec.runtime.optimizers.Sgd;
import sec.runtime.optimizers.UpdateRule;

/** How weights follow gradients, on the command line. What is not given is as in PyTorch. */
final class OptimizerOptions {
  private static final double ADAMW_DECAY = 0.01;

  private enum Name {
    /** As the SE-variations paper has it. */
    ADADELTA(1, 0.7),
    SGD(0.05, 1),
    ADAM(0.001, 1),
    ADAMW(0.001, 1),
    RMSPROP(0.01, 1);

    private final double learningRate;
    private final double decay;

    Name(double learningRate, double decay) {
      this.learningRate = learningRate;
      this.decay = decay;
    }

    /** As users type it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--optimizer",
      paramLabel = "adadelta|sgd|adam|adamw|rmsprop",
      description = "With PyTorch's semantics; adadelta unless given.")
  private Name name = Name.ADADELTA;

  @Option(
      names = "--momentum",
      paramLabel = "X",
      description = "sgd, rmsprop: momentum; 0.9 for sgd, 0 for rmsprop unless given.")
  private @Nullable Double momentum;

  @Option(names = "--nesterov", description = "sgd: Nesterov's momentum.")
  private boolean nesterov;

  @Option(
      names = "--rho",
      paramLabel = "X",
      description = "adadelta: share of the averages that stays; 0.9 unless given.")
  private @Nullable Double rho;

  @Option(
      names = "--betas",
      paramLabel = "X,Y",
      split = ",",
      description = "adam, adamw: shares of both averages that stay; 0.9,0.999 unless given.")
  private List<Double> betas = List.of();

  @Option(
      names = "--alpha",
      paramLabel = "X",
      description = "rmsprop: share of the average that stays; 0.99 unless given.")
  private @Nullable Double alpha;

  @Option(names = "--centered", description = "rmsprop: by the variance, not the mean square.")
  private boolean centered;

  @Option(
      names = "--eps",
      paramLabel = "X",
      description = "All but sgd: added to a root; 1e-6 for adadelta, else 1e-8 unless given.")
  private @Nullable Double eps;

  @Option(
      names = "--weight-decay",
      paramLabel = "X",
      description = "L2 penalty, added to gradients, decoupled in adamw; 0, 0.01 for adamw.")
  private @Nullable Double weightDecay;

  @Option(
      names = "--no-bias-decay",
      description = "No weight decay of biases and of what normalisations learn.")
  private boolean sparesVectors;

  /** The rate where none is given. */
  double learningRate() {
    return name.learningRate;
  }

  /** What the rate is multiplied by after each epoch where nothing is said. */
  double decay() {
    return name.decay;
  }

  boolean sparesVectors() {
    return sparesVectors;
  }

  /** As users type it. */
  String name() {
    return name.toString();
  }

  /**
   * The rule.
   *
   * @throws IllegalArgumentException if a number is out of range, or an option is another rule's
   */
  UpdateRule rule() {
    only("--momentum", momentum != null, EnumSet.of(Name.SGD, Name.RMSPROP));
    only("--nesterov", nesterov, EnumSet.of(Name.SGD));
    only("--rho", rho != null, EnumSet.of(Name.ADADELTA));
    only("--betas", !betas.isEmpty(), EnumSet.of(Name.ADAM, Name.ADAMW));
    only("--alpha", alpha != null, EnumSet.of(Name.RMSPROP));
    only("--centered", centered, EnumSet.of(Name.RMSPROP));
    only("--eps", eps != null, EnumSet.complementOf(EnumSet.of(Name.SGD)));
    double decay = or(weightDecay, name == Name.ADAMW ? ADAMW_DECAY : 0);
    if (sparesVectors && decay == 0) {
      throw new IllegalArgumentException("--no-bias-decay needs a --weight-decay above 0");
    }
    return switch (name) {
      case ADADELTA -> new Adadelta(or(rho, 0.9), or(eps, 1e-6), decay);
      case SGD -> new Sgd(or(momentum, 0.9), decay, nesterov);
      case ADAM, ADAMW -> adam(decay);
      case RMSPROP -> new RmsProp(or(alpha, 0.99), or(eps, 1e-8), or(momentum, 0), decay, centered);
    };
  }

  private Adam adam(double decay) {
    if (betas.isEmpty()) {
      betas = List.of(0.9, 0.999);
    }
    if (betas.size() != 2) {
      throw new IllegalArgumentException("--betas are two numbers, X,Y, not " + betas.size());
    }
    return new Adam(betas.get(0), betas.get(1), or(eps, 1e-8), decay, name == Name.ADAMW);
  }

  private void only(String option, boolean given, Set<Name> names) {
    if (given && !names.contains(name)) {
      throw new IllegalArgumentException(
          "%s has no %s; it goes with --optimizer %s"
              .formatted(
                  name,
                  option,
                  names.stream().map(Name::toString).collect(Collectors.joining(", "))));
    }
  }

  private static double or(@Nullable Double given, double usual) {
    return given == null ? usual : given;
  }
}
