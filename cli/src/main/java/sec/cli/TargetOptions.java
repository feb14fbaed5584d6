package sec.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.ir.Network;
import sec.compiler.operators.Shape;
import sec.runtime.data.ImageData;

/** A network on the command line: TARGET, --put and --set. */
final class TargetOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "TARGET", description = SettingOptions.TARGET)
  private String target = "";

  @Mixin private SettingOptions settings = new SettingOptions();

  private TargetRequest request() {
    return settings.request(target);
  }

  /** Finds mistakes in the target before anything slow begins. */
  void check() throws InputException {
    network();
  }

  /** The network, as it stands. */
  Network network() throws InputException {
    return network(request(), spec);
  }

  /**
   * The network for a data set: its classes and image size, unless they are set.
   *
   * @param images the size; null if the network has to say
   */
  Network network(ImageData data, @Nullable Shape images) throws InputException {
    return fitting(request(), data, images, spec);
  }

  /**
   * The network for images of a shape in so many classes, unless these are set.
   *
   * @param images null to leave it to the target
   * @param classes 0 to leave it to the target
   */
  Network network(@Nullable Shape images, int classes) throws InputException {
    TargetRequest request = request();
    return network(classes == 0 ? request : request.preferring(images, classes), spec);
  }

  static Network fitting(
      TargetRequest request, ImageData data, @Nullable Shape images, CommandSpec spec)
      throws InputException {
    int classes = data.classCount();
    Network network = network(request.preferring(images, classes), spec);
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
    return networks(List.of(request), spec).getFirst();
  }

  /** Networks that share the declarations they are made from. */
  static List<Network> networks(List<TargetRequest> requests, CommandSpec spec)
      throws InputException {
    Diagnostics diagnostics = new Diagnostics();
    Targets targets = new Targets(diagnostics);
    List<Network> networks = new ArrayList<>();
    for (TargetRequest request : requests) {
      targets.network(request).ifPresent(networks::add);
    }
    DiagnosticOutput.print(spec, diagnostics);
    if (networks.size() < requests.size()) {
      throw new InputException("");
    }
    return networks;
  }
}
