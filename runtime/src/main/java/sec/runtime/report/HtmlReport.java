package sec.runtime.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sec.compiler.io.AtomicFile;

/**
 * A comparison as one HTML page that opens from disk and needs no network: the table, and loss and
 * top-1 of every variant by epoch, drawn by Chart.js (MIT licence), which is part of the page.
 */
public final class HtmlReport {
  private static final String LIBRARY = "org.webjars.npm/chart.js";
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private HtmlReport() {}

  /**
   * Replaces {@code file} by the page.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(Comparison comparison, Path file) throws IOException {
    AtomicFile.write(file, render(comparison));
  }

  /** The page's text. */
  public static String render(Comparison comparison) {
    Map<String, String> parts =
        Map.of(
            "title", Html.escape(comparison.title()),
            "dataSet", Html.escape(comparison.dataSet()),
            "settings", settings(comparison),
            "summary", Html.escape(Summary.of(comparison)),
            "table", HtmlTables.comparison(comparison),
            "epochs", HtmlTables.epochs(comparison),
            "data", ChartData.json(comparison),
            "style", resource("report.css"),
            "library", library(),
            "script", resource("report.js"));
    // In one pass, so that nothing in a name is taken for a place.
    return PLACE
        .matcher(resource("report.html"))
        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
  }

  private static String settings(Comparison comparison) {
    return comparison.settings().entrySet().stream()
        .map(
            setting ->
                "<div><dt>%s</dt><dd>%s</dd></div>"
                    .formatted(Html.escape(setting.getKey()), Html.escape(setting.getValue())))
        .collect(Collectors.joining("\n"));
  }

  private static String library() {
    Properties about = new Properties();
    try (InputStream in = open("/META-INF/maven/" + LIBRARY + "/pom.properties")) {
      about.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return resource(
            "/META-INF/resources/webjars/chart.js/"
                + about.getProperty("version")
                + "/dist/chart.umd.min.js")
        // The map is a file of its own, which a page that stands alone has not.
        .replaceAll("(?m)^//# sourceMappingURL=.*$", "");
  }

  private static String resource(String name) {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream in = HtmlReport.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return in;
  }
}
