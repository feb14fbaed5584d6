package sec.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sec.compiler.analysis.Cost;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;

/** What the pages show is more than text: each network of an example runs, the same everywhere. */
class DocumentedNetworksTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("^```senet\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  /** The interpreter is slow. */
  private static final long MACS = 100_000_000;

  @TestFactory
  Stream<DynamicTest> runInOnnxRuntime() throws IOException {
    return AgreementTest.agreement(new OnnxWitness(), documented());
  }

  @TestFactory
  Stream<DynamicTest> runInDjl() throws IOException {
    return AgreementTest.agreement(new DjlWitness(), documented());
  }

  private static List<Network> documented() throws IOException {
    List<Network> networks = new ArrayList<>();
    for (String page : List.of("README.md", "docs/language.md", "docs/guide.md")) {
      Matcher example = EXAMPLE.matcher(Files.readString(Path.of("..").resolve(page)));
      while (example.find()) {
        networks.addAll(TestNetworks.ofText(example.group(1), page));
      }
    }
    int all = networks.size();
    networks.removeIf(network -> Cost.of(network).macs() > MACS);
    assertTrue(networks.size() > 2 * all / 3, networks.size() + " of " + all);
    return networks;
  }
}
