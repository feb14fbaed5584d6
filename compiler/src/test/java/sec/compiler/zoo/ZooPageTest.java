package sec.compiler.zoo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sec.compiler.analysis.Cost;
import sec.compiler.corpus.Golden;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.Targets;
import sec.compiler.fixtures.ZooCounts;
import sec.compiler.ir.Network;
import sec.compiler.model.Declared;
import sec.compiler.model.Definition;
import sec.compiler.source.Source;
import sec.compiler.source.Span;

/** {@code docs/zoo.md} lists the library as it is; {@code -Dsec.record=true} writes it anew. */
class ZooPageTest {
  private static final Path PAGE = Path.of("..", "docs", "zoo.md");
  private static final String HEAD =
      """
      # The zoo

      The nets and variants of the standard library, as `sec summary NAME` counts them: `params` are trained numbers, batch
      normalisation's statistics apart; `MACs` are multiply-adds of convolutions and fully connected layers for one sample of the input
      given. Each is held by a test to the integers of its source; `lines` are those of its declaration. This page is written by the tests.

      A variant is a net with something else in its slots: `sec list` says what each is for, and `--put 'gate=ECA'` puts any
      block of `std.attention`, or your own, into any net that has a slot `gate`.
      """;

  @Test
  void listsTheLibrary() {
    Map<Source, List<Definition>> families = new LinkedHashMap<>();
    for (Definition net : new Targets(new Diagnostics()).libraryNets()) {
      families.computeIfAbsent(net.span().source(), source -> new ArrayList<>()).add(net);
    }
    Map<String, List<ZooCounts.Row>> counts =
        ZooCounts.rows().stream().collect(Collectors.groupingBy(ZooCounts.Row::target));
    StringBuilder page = new StringBuilder(HEAD);
    families.forEach(
        (source, nets) -> {
          page.append("\n## ").append(title(source)).append("\n\n");
          page.append("| | input | params | MACs | lines | source of the counts |\n");
          page.append("|---|---|---:|---:|---:|---|\n");
          for (Definition net : nets) {
            counts
                .getOrDefault(net.name(), List.of())
                .forEach(row -> page.append(line((Declared) net, row)));
          }
        });
    Golden.check(PAGE, page.toString());
  }

  /** Where it is, and how long. */
  private static String title(Source source) {
    long lines = source.text().lines().count();
    String file = source.name().substring(source.name().lastIndexOf('/') + 1);
    return "`%s`, %d lines".formatted(file, lines);
  }

  private static String line(Declared net, ZooCounts.Row row) {
    Network network = row.network();
    Cost cost = Cost.of(network);
    Span whole = net.syntax().span();
    int lines = whole.endPosition().line() - whole.position().line() + 1;
    String name =
        row.settings().isEmpty()
            ? "**" + row.target() + "**"
            : "&nbsp;&nbsp;`" + String.join(" ", row.settings()) + "`";
    return String.format(
            Locale.ROOT,
            "| %s | %s | %,d | %,d | %s | %s |%n",
            name,
            network.input(),
            cost.parameters(),
            cost.macs(),
            row.settings().isEmpty() ? lines : "",
            row.source().replace("|", "\\|"))
        .replace("\r\n", "\n");
  }
}
