package sec.compiler.backend.graph;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import sec.compiler.diagnostics.Printable;

/**
 * A picture as SVG 1.1, complete in itself. What is learned is shaded, blocks that are not opened
 * have a thick edge, and attention is in colour with a dashed edge, so that it shows in black and
 * white, too.
 */
public final class Svg {
  private static final String STYLE = "picture.css";

  private static final double CORNER = 5;

  private final XMLStreamWriter xml;
  private final Layout layout;

  private Svg(XMLStreamWriter xml, Layout layout) {
    this.xml = xml;
    this.layout = layout;
  }

  /**
   * The text of an SVG file.
   *
   * @param toTheRight whether values go from left to right instead of down
   */
  public static String render(Picture picture, boolean toTheRight) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      new Svg(xml, new Layout(picture, toTheRight)).write(picture);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // a StringWriter never fails
    }
    return out.toString();
  }

  private void write(Picture picture) throws XMLStreamException {
    Layout.Place whole = layout.whole();
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    start("svg");
    xml.writeAttribute("xmlns", "http://www.w3.org/2000/svg");
    number("width", whole.width());
    number("height", whole.height());
    xml.writeAttribute("viewBox", "0 0 " + number(whole.width()) + " " + number(whole.height()));
    xml.writeAttribute("role", "img");
    xml.writeAttribute("aria-labelledby", "title desc");
    element("title", "title", picture.title());
    element("desc", "desc", picture.description());
    start("style");
    xml.writeCharacters("\n" + style());
    end();
    start("rect");
    xml.writeAttribute("width", "100%");
    xml.writeAttribute("height", "100%");
    xml.writeAttribute("fill", "#fff");
    end();
    for (Picture.Item item : picture.items()) {
      group(item);
    }
    for (Picture.Edge edge : picture.edges()) {
      edge(edge);
    }
    for (Picture.Item item : picture.items()) {
      titles(item);
    }
    for (Picture.Box box : picture.boxes()) {
      box(box);
    }
    for (Picture.Edge edge : picture.edges()) {
      shape(edge);
    }
    end();
    xml.writeEndDocument();
    line();
  }

  private static String style() {
    try (InputStream in = requireNonNull(Svg.class.getResourceAsStream(STYLE))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Groups lie below the lines, boxes above them. */
  private void group(Picture.Item item) throws XMLStreamException {
    if (!(item instanceof Picture.Group group)) {
      return;
    }
    rectangle(layout.of(group), "group" + (group.attention() ? " attention" : ""), CORNER);
    for (Picture.Item inner : group.items()) {
      group(inner);
    }
  }

  /** Above lines, which may have to pass there. */
  private void titles(Picture.Item item) throws XMLStreamException {
    if (!(item instanceof Picture.Group group)) {
      return;
    }
    Layout.Place place = layout.of(group);
    text(
        place.x() + Face.SIDE,
        place.y() + 16,
        group.attention() ? "slot title" : "title",
        Face.shown(group.title()));
    for (Picture.Item inner : group.items()) {
      titles(inner);
    }
  }

  private void box(Picture.Box box) throws XMLStreamException {
    Layout.Place place = layout.of(box);
    double middle = place.x() + place.width() / 2;
    String style =
        switch (box.kind()) {
          case END -> "end";
          case BLOCK -> "block";
          case LEARNED -> "box learned";
          case OPERATOR, JOIN -> "box";
        };
    rectangle(
        place,
        style + (box.attention() ? " attention" : ""),
        box.kind() == Picture.Kind.JOIN ? place.height() / 2 : CORNER);
    Face face = new Face(box);
    List<String> slots = face.slots();
    double first = place.y() + place.height() / 2 + 4.2 - slots.size() * 7.5;
    text(middle, first, box.attention() ? "m slot" : "m", face.title());
    for (int i = 0; i < slots.size(); i++) {
      text(middle, first + 15 * (i + 1), "m small slot", slots.get(i));
    }
  }

  private void rectangle(Layout.Place place, String style, double corner)
      throws XMLStreamException {
    start("rect");
    xml.writeAttribute("class", style);
    number("x", place.x());
    number("y", place.y());
    number("width", place.width());
    number("height", place.height());
    number("rx", corner);
    end();
  }

  private void edge(Picture.Edge edge) throws XMLStreamException {
    List<Layout.Point> points = layout.line(edge);
    start("path");
    xml.writeAttribute("class", "line");
    xml.writeAttribute("d", Lines.path(points));
    end();
    start("path");
    xml.writeAttribute("class", "arrow");
    xml.writeAttribute("d", Lines.arrow(points));
    end();
  }

  private void shape(Picture.Edge edge) throws XMLStreamException {
    Layout.Place place = layout.label(edge).orElse(null);
    if (place != null) {
      text(
          place.x() + place.width() / 2,
          place.y() + place.height() - 3,
          "m shape",
          edge.shape().orElseThrow());
    }
  }

  private void text(double x, double y, String style, String text) throws XMLStreamException {
    start("text");
    xml.writeAttribute("class", style);
    number("x", x);
    number("y", y);
    if (style.startsWith("m")) {
      xml.writeAttribute("text-anchor", "middle");
    }
    xml.writeCharacters(legal(text));
    end();
  }

  private void element(String name, String id, String text) throws XMLStreamException {
    start(name);
    xml.writeAttribute("id", id);
    xml.writeCharacters(legal(Face.shown(text)));
    end();
  }

  /** The writer escapes what means something in XML; some characters it may not hold at all. */
  private static String legal(String text) {
    StringBuilder out = new StringBuilder();
    Printable.line(text)
        .codePoints()
        .map(c -> (c >= 0xD800 && c <= 0xDFFF) || (c & 0xFFFE) == 0xFFFE ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private void start(String name) throws XMLStreamException {
    line();
    xml.writeStartElement(name);
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  private void number(String name, double value) throws XMLStreamException {
    xml.writeAttribute(name, number(value));
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
