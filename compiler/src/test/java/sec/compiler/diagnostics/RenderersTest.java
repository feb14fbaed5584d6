package sec.compiler.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import sec.compiler.source.Source;

/** Three renderings of the same data, and no way through any of them to the reader's terminal. */
class RenderersTest {
  private static final String ANSI = "\u001B\\[[0-9;]*m";
  private static final String HOSTILE = "\u001B[2J\u009B31m\u202E\u0007\"\\\n{";

  private static Diagnostics usual() {
    Diagnostics diagnostics = new Diagnostics();
    Source source = new Source("nets/mine.senet", "senet 1;\nblock A <\n\tfcc(3)\n>\n");
    diagnostics.add(
        Diagnostic.of(Code.E121, source.span(20, 23), "there is no operator fcc")
            .withNotes(List.of("in stage1.A, input [64, 8, 8]"))
            .withHelp("did you mean fc?"));
    diagnostics.add(Code.W105, source.span(0, 0), "no version", null);
    return diagnostics;
  }

  private static Diagnostics hostile() {
    Diagnostics diagnostics = new Diagnostics();
    Source source = new Source("a" + HOSTILE + ".senet", "block " + HOSTILE + " x");
    diagnostics.add(
        Diagnostic.of(Code.E101, source.span(6, 9), "message " + HOSTILE)
            .withNotes(List.of("note " + HOSTILE))
            .withHelp("help " + HOSTILE));
    return diagnostics;
  }

  private static JsonNode json(Diagnostics diagnostics) throws Exception {
    return new JsonMapper().readTree(JsonRenderer.render(diagnostics)).get("diagnostics");
  }

  @Test
  void colorIsThePlainTextAndColors() {
    String colored = ColorRenderer.render(usual());
    assertTrue(colored.contains("\u001B[1;31merror[E121]\u001B[0m"), colored);
    assertTrue(colored.contains("\t\u001B[1;31m^^^\u001B[0m\n"), colored);
    assertEquals(PlainRenderer.render(usual()), colored.replaceAll(ANSI, ""));
  }

  @Test
  void hostileTextAddsNothingToTheColors() {
    String left = ColorRenderer.render(hostile()).replaceAll(ANSI, "");
    assertEquals(PlainRenderer.render(hostile()), left);
    assertFalse(left.codePoints().anyMatch(c -> c != '\n' && Character.isISOControl(c)), left);
    assertFalse(left.contains("\u202E"));
  }

  @Test
  void jsonSaysAllThereIs() throws Exception {
    JsonNode all = json(usual());
    assertEquals(2, all.size());
    assertEquals("W105", all.get(0).get("code").asText());
    assertEquals("warning", all.get(0).get("severity").asText());
    assertNull(all.get(0).get("help").textValue());
    JsonNode error = all.get(1);
    assertEquals("E121", error.get("code").asText());
    assertEquals("error", error.get("severity").asText());
    assertEquals("there is no operator fcc", error.get("message").asText());
    assertEquals("nets/mine.senet", error.get("file").asText());
    assertEquals("{\"line\":3,\"column\":2}", error.get("start").toString());
    assertEquals("{\"line\":3,\"column\":5}", error.get("end").toString());
    assertEquals("did you mean fc?", error.get("help").asText());
    assertEquals("in stage1.A, input [64, 8, 8]", error.get("notes").get(0).asText());
  }

  @Test
  void hostileTextStaysInsideItsStrings() throws Exception {
    String text = JsonRenderer.render(hostile());
    assertTrue(text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F)), text);
    JsonNode one = json(hostile()).get(0);
    assertEquals("message " + HOSTILE, one.get("message").asText());
    assertEquals("a" + HOSTILE + ".senet", one.get("file").asText());
  }

  @Test
  void nothingWrongIsADocumentToo() throws Exception {
    assertEquals(0, json(new Diagnostics()).size());
  }
}
