package sec.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sec.compiler.driver.TargetRequest;

/** What is changed of networks on the command line: --put and --set. */
final class SettingOptions {
  /** What a TARGET is. */
  static final String TARGET =
      "FILE.senet, FILE.senet:Name, or the name of a net or variant of the standard library;"
          + " arguments may follow a name: 'ThreeLayerSE(r=8)'.";

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

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

  /** Whether any is given. */
  boolean isGiven() {
    return !puts.isEmpty() || !settings.isEmpty();
  }

  /** The network that {@code target} names, with these. */
  TargetRequest request(String target) {
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
}
