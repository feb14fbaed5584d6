package sec.compiler.backend.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.ir.Network;

class PicturesTest {
  private static final int ALL = Integer.MAX_VALUE;

  static Stream<Network> networks() {
    return Stream.of(
        TestNetworks.library("ThreeLayerSE", List.of()),
        TestNetworks.of("residual.senet:Wrapped"),
        TestNetworks.of("GoogLeNet", "aux=true"),
        TestNetworks.of("unet.senet:SEUNet"),
        TestNetworks.of("DenseNet121"),
        TestNetworks.of("language.senet:LanguageGated"),
        TestNetworks.of("vocabulary.senet:Vocabulary"),
        TestNetworks.of("hostile.senet:hostile"));
  }

  private static List<Picture> pictures(Network network) {
    return Stream.of(
            OptionalInt.empty(),
            OptionalInt.of(0),
            OptionalInt.of(1),
            OptionalInt.of(2),
            OptionalInt.of(ALL))
        .map(depth -> Picture.of(network, depth))
        .toList();
  }

  /** Values get from the input to every box, and from every box to a result. */
  @ParameterizedTest
  @MethodSource("networks")
  void everyBoxIsOnAWay(Network network) {
    for (Picture picture : pictures(network)) {
      List<Picture.Box> boxes = picture.boxes();
      assertEquals(
          boxes.size(), reached(picture, List.of(boxes.getFirst()), true), "from the input");
      List<Picture.Box> ends =
          boxes.stream().filter(b -> b.kind() == Picture.Kind.END).skip(1).toList();
      assertEquals(1 + network.outputs().size(), ends.size());
      assertEquals(boxes.size(), reached(picture, ends, false), "to the results");
    }
  }

  private static long reached(Picture picture, List<Picture.Box> from, boolean forward) {
    List<Picture.Box> reached = new ArrayList<>(from);
    for (int i = 0; i < reached.size(); i++) {
      Picture.Box here = reached.get(i);
      picture.edges().stream()
          .filter(edge -> (forward ? edge.from() : edge.to()).id() == here.id())
          .map(edge -> forward ? edge.to() : edge.from())
          .filter(box -> reached.stream().noneMatch(known -> known.id() == box.id()))
          .forEach(reached::add);
    }
    return reached.size();
  }

  /** Nothing overlaps but what is inside of another, and lines end at their boxes. */
  @ParameterizedTest
  @MethodSource("networks")
  void boxesHaveRoom(Network network) {
    for (Picture picture : pictures(network)) {
      for (boolean right : new boolean[] {true, false}) {
        Layout layout = new Layout(picture, right);
        apart(layout, picture.items(), layout.whole());
        for (Picture.Edge edge : picture.edges()) {
          List<Layout.Point> line = layout.line(edge);
          assertTrue(touches(layout.of(edge.from()), line.getFirst()), edge.toString());
          assertTrue(touches(layout.of(edge.to()), line.getLast()), edge.toString());
        }
      }
    }
  }

  private static void apart(Layout layout, List<Picture.Item> items, Layout.Place around) {
    List<Layout.Place> places = items.stream().map(layout::of).toList();
    for (int i = 0; i < places.size(); i++) {
      Layout.Place a = places.get(i);
      assertTrue(
          a.x() >= around.x()
              && a.y() >= around.y()
              && a.x() + a.width() <= around.x() + around.width() + 0.01
              && a.y() + a.height() <= around.y() + around.height() + 0.01,
          a + " in " + around);
      for (Layout.Place b : places.subList(0, i)) {
        assertTrue(
            a.x() >= b.x() + b.width()
                || b.x() >= a.x() + a.width()
                || a.y() >= b.y() + b.height()
                || b.y() >= a.y() + a.height(),
            a + " and " + b);
      }
      if (items.get(i) instanceof Picture.Group group) {
        assertTrue(
            a.width() >= Fonts.width(Face.shown(group.title()), Face.TEXT), group.title() + a);
        apart(layout, group.items(), a);
      }
    }
  }

  private static boolean touches(Layout.Place place, Layout.Point point) {
    return point.x() >= place.x() - 1
        && point.x() <= place.x() + place.width() + 1
        && point.y() >= place.y() - 1
        && point.y() <= place.y() + place.height() + 1;
  }

  @Test
  void foldsAndCounts() {
    Network network = TestNetworks.library("SEResNet50", List.of());
    Picture picture = Picture.of(network, OptionalInt.empty());
    Picture.Box box =
        picture.boxes().stream().filter(b -> b.title().endsWith("× 5")).findFirst().orElseThrow();
    assertEquals("Bottleneck(1024, width = 256) × 5", box.title());
    assertEquals(List.of("gate: SE(r = 16)"), box.slots());
    assertTrue(picture.edges().stream().anyMatch(e -> e.shape().equals(Optional.of("1024×14×14"))));
    assertEquals(
        List.of("input", "stem", "stage1", "stage2", "stage3", "stage4", "head", "logits"),
        Picture.of(network, OptionalInt.of(0)).boxes().stream().map(Picture.Box::title).toList());
    Picture dense = Picture.of(TestNetworks.of("DenseNet121"), OptionalInt.of(2));
    assertTrue(dense.boxes().stream().anyMatch(b -> b.title().equals("DenseLayer(32) × 24")));
    Picture gate = Picture.of(TestNetworks.library("ThreeLayerSE", List.of()), OptionalInt.of(ALL));
    assertTrue(
        gate.items().stream()
            .anyMatch(i -> i instanceof Picture.Group g && g.attention() && g.items().size() == 6));
  }

  /** The same text each time: pictures are kept in repositories. */
  @Test
  void picturesAreReproducible() {
    Network network = TestNetworks.of("GoogLeNet", "aux=true");
    Picture picture = Picture.of(network, OptionalInt.of(1));
    assertEquals(Svg.render(picture, false), Svg.render(picture, false));
  }

  private static Picture hostile(String text) {
    Picture.Box in = new Picture.Box(0, Picture.Kind.END, text, List.of(), false);
    Picture.Box box = new Picture.Box(2, Picture.Kind.BLOCK, text, List.of(text), true);
    return new Picture(
        text,
        text,
        List.of(in, new Picture.Group(1, text, true, List.of(box))),
        List.of(new Picture.Edge(in, box, 0, Optional.of(text))));
  }

  private static final Pattern DOT_STRING =
      Pattern.compile("\"(?:[^\"\\\\\\p{Cc}\\p{Cf}]|\\\\[\\\\\"n])*\"");

  /** Outside of strings, which end where they should, there are the writer's own words. */
  private static void isDot(String dot) {
    String around = DOT_STRING.matcher(dot).replaceAll("T");
    assertFalse(Pattern.compile("[^A-Za-z0-9_ \\n\\[\\]{}=,;.>-]").matcher(around).find(), around);
  }

  private static final String MERMAID_TEXT = "[A-Za-z0-9 ,.()=:+/×…−÷-]|#\\d+;";
  private static final Pattern MERMAID_LABEL =
      Pattern.compile("\"((?:%s|<br>)*)\"".formatted(MERMAID_TEXT));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"quoted\" 'single' `ticks`",
        "</text></svg><script>alert(1)</script>",
        "]]> <!-- & &amp; &#0; -->",
        "\\\" \\\\ \\n \\l \\N",
        "one\ntwo\r\nthree\u2028four",
        "\u202Eright to left\u202C \u0000\u001B[31m\uD800 \uFFFE",
        "\"]; click n0 href \"javascript:alert(1)\"",
        "end\nsubgraph x",
        "%% comment #35; #quot; <b>",
        "日本語 naïve 🦊",
        ""
      })
  void hostileText(String text) throws Exception {
    Picture picture = hostile(text);
    Document svg = parsed(Svg.render(picture, false));
    NodeList all = svg.getElementsByTagName("*");
    List<String> known = List.of("svg", "title", "desc", "style", "rect", "path", "text");
    for (int i = 0; i < all.getLength(); i++) {
      assertTrue(known.contains(all.item(i).getNodeName()), all.item(i).getNodeName());
    }
    // The group, the two boxes, what stands in the slot, and the shape.
    assertEquals(5, svg.getElementsByTagName("text").getLength());
    String dot = Dot.render(picture, false);
    isDot(dot);
    assertEquals(11, dot.lines().count(), dot);
    String mermaid = Mermaid.render(picture, false);
    String around = MERMAID_LABEL.matcher(mermaid).replaceAll("T");
    assertEquals(
        """
        flowchart TD
          n0([T])
          subgraph n1[T]
            n2[[T]]
          end
          n0 -->|T| n2
          classDef attention fill:#fdeedd,stroke:#b3590a,stroke-dasharray:5 3
          class n1 attention
        """,
        around.replaceAll("  acc(Title|Descr): (?:%s)*\n".formatted(MERMAID_TEXT), ""));
  }

  private static Document parsed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void everyFormatIsWellFormed(Network network) throws Exception {
    for (Picture picture : pictures(network)) {
      Element svg = parsed(Svg.render(picture, true)).getDocumentElement();
      assertEquals(network.name(), svg.getElementsByTagName("title").item(0).getTextContent());
      String dot = Dot.render(picture, true);
      isDot(dot);
      Matcher edges = Pattern.compile("^  n\\d+ -> n\\d+", Pattern.MULTILINE).matcher(dot);
      assertEquals(picture.edges().size(), edges.results().count());
      String mermaid = MERMAID_LABEL.matcher(Mermaid.render(picture, true)).replaceAll("T");
      assertFalse(mermaid.lines().skip(3).anyMatch(line -> line.contains("\"")), mermaid);
    }
  }
}
