package sec.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.ir.Network;
import sec.runtime.data.ImageData;

/** A network on the command line: TARGET, --put and --set. */
final class TargetOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "TARGET",
      description = {
        "FILE.senet, FILE.senet:Name, or the name of a net or variant of the standard library."
      })
  private String target = "";

  @Option(
      names = "--put",
      paramLabel = "SLOT=CONTENT",
      description = "Put something into slots: --put 'middle=SE(r=16)'. May be repeated.")
  private List<String> puts = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "Set a parameter: --set classes=100, --set 'input=[3, 64, 64]'. May be repeated.")
  private List<String> settings = new ArrayList<>();

  private TargetRequest request() {
    Map<String, String> given = new HashMap<>();
    for (String setting : settings) {
      String name = setting.split("=", 2)[0].strip();
      String before = given.put(name, setting);
      if (before != null) {
        throw new ParameterException(
            spec.commandLine(),
            "--set gives %s twice: '%s' and '%s'; leave one out".formatted(name, before, setting));
      }
    }
    return new TargetRequest(target, puts, settings);
  }

  /** Finds mistakes in the target before anything slow begins. */
  void check() throws InputException {
    network();
  }

  /** The network, as it stands. */
  Network network() throws InputException {
    return network(request(), spec);
  }

  /** The network for a data set: its classes and image size, unless they are set. */
  Network network(ImageData data) throws InputException {
    return fitting(request(), data, spec);
  }

  static Network fitting(TargetRequest request, ImageData data, CommandSpec spec)
      throws InputException {
    int classes = data.classCount();
    Network network = network(request.preferring(DataShapes.image(data), classes), spec);
    if (!network.input().equals(DataShapes.image(data))) {
      throw new InputException(
          "%s takes %s, but the images of %s are %s; set input=%s"
              .formatted(
                  network.name(),
                  network.input(),
                  data.name(),
                  DataShapes.image(data),
                  DataShapes.image(data)));
    }
    if (!network.outputNode().shape().isVector()
        || network.outputNode().shape().channels() != classes) {
      throw new InputException(
          "%s gives %s, but %s has %d classes: end it with fc(classes), and set classes=%d"
              .formatted(
                  network.name(),
                  network.outputNode().shape().described(),
                  data.name(),
                  classes,
                  classes));
    }
    return network;
  }

  static Network network(TargetRequest request, CommandSpec spec) throws InputException {
    Diagnostics diagnostics = new Diagnostics();
    Optional<Network> network = new Targets(diagnostics).network(request);
    DiagnosticOutput.print(spec, diagnostics);
    return network.orElseThrow(() -> new InputException(""));
  }
}
