package sec.runtime.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  private final String page = HtmlReport.render(Comparisons.sample());

  @Test
  void letsNoNameBecomeMarkup() {
    assertFalse(page.contains("<img"));
    assertTrue(
        page.contains(
            "<h1>Gates of &lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; &amp; {{data}}"
                + " &quot;quoted&quot;</h1>"));
    // The data, the library, the script.
    assertEquals(3, count("<script"));
    assertEquals(3, count("</script>"));
  }

  @Test
  void needsNothingFromOutside() {
    assertFalse(
        Pattern.compile("<(link|img|iframe)|\\ssrc=\"|@import|url\\(").matcher(page).find());
    assertFalse(page.contains("sourceMappingURL"));
    assertTrue(page.contains("default-src 'none'"));
    assertTrue(page.contains("MIT License"), "the library's licence has to stay");
  }

  @Test
  void handsTheScriptEveryNumber() throws IOException {
    Matcher data = Pattern.compile("id=\"data\">(.*?)</script>").matcher(page);
    assertTrue(data.find());
    JsonNode variants = new JsonMapper().readTree(data.group(1)).get("variants");

    assertEquals(4, variants.size());
    assertEquals(Comparisons.HOSTILE, variants.get(1).get("name").asText());
    assertEquals(72.5, variants.get(1).get("testTop1").get(0).get("y").asDouble(), 1e-9);
    assertTrue(variants.get(1).get("testLoss").get(0).get("y").isNull());
    assertEquals(0, variants.get(3).get("testLoss").size());
  }

  @Test
  void marksTheBestOfWhatIsCompared() {
    assertEquals(1, count("<strong"));
    assertTrue(page.contains("<strong title=\"the best\">72.50</strong>"));
  }

  @Test
  void saysWhatWasStopped() {
    String stopped = HtmlReport.render(Comparisons.stopped());

    assertTrue(stopped.contains("<p class=\"summary\">Stopped early: "));
    assertTrue(stopped.contains("(1 of 3 epochs)</th>"));
    assertTrue(stopped.contains("(0 of 1 epochs)</th>"));
    assertTrue(stopped.contains("\"top1\":null"));
    assertTrue(stopped.contains("<strong title=\"the best\">70.00</strong>"));
  }

  @Test
  void isWrittenAsAFile(@TempDir Path folder) throws IOException {
    HtmlReport.write(Comparisons.sample(), folder.resolve("report.html"));

    assertEquals(page, Files.readString(folder.resolve("report.html")));
  }

  private int count(String text) {
    return page.split(Pattern.quote(text), -1).length - 1;
  }
}
