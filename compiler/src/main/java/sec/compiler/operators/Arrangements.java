package sec.compiler.operators;

import static sec.compiler.operators.Definition.graph;
import static sec.compiler.operators.Definition.optional;
import static sec.compiler.operators.Definition.primitive;
import static sec.compiler.operators.Definition.required;
import static sec.compiler.values.Type.INTEGER;
import static sec.compiler.values.Type.SIZE;
import static sec.compiler.values.Type.STRING;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import sec.compiler.diagnostics.Code;

/** Operators that only arrange: what comes out went in. */
final class Arrangements {
  private Arrangements() {}

  static final Definition FLATTEN =
      primitive("a map as one vector, [C, H, W] to [C*H*W]", (a, in) -> new Primitive.Flatten());

  static final Definition SLICE =
      primitive(
          "a contiguous part along one axis, of a map or a vector",
          Arrangements::slice,
          required("axis", STRING, "\"C\", \"H\" or \"W\""),
          required("start", INTEGER, "first index, from 0"),
          optional("length", INTEGER, "none", "how many; none: all that follow"));

  static final Definition SHUFFLE =
      graph(
          "shuffles the channels of groups, of a map or a vector: channel j of group i goes to place"
              + " j*groups + i (ShuffleNet)",
          Arrangements::shuffle,
          required("groups", INTEGER, "of channels"));

  static final Definition TRANSPOSE =
      graph(
          "H and W exchanged, [C, H, W] to [C, W, H]",
          (a, x) -> {
            ShapeRules.map("transpose", List.of(x.shape()), ShapeRules.BEFORE_VECTOR);
            return x.permute(0, 2, 1);
          });

  static final Definition PAD =
      primitive(
          "zeros around H and W, or before and after the channels",
          Arrangements::pad,
          optional("spatial", INTEGER, "0", "n, [h, w], or [top, bottom, left, right]").orList(),
          optional("channels", INTEGER, "0", "n, or [before, after]").orList());

  static final Definition UPSAMPLE =
      primitive(
          "a map at another height and width, [C, H, W] to [C, H', W'], corners not aligned",
          Arrangements::upsample,
          optional("factor", SIZE, "none", "how many times H and W"),
          optional("size", SIZE, "none", "height and width, instead of a factor"),
          optional("mode", STRING, "\"nearest\"", "\"nearest\" or \"bilinear\""));

  static final Definition SPLIT =
      primitive(
          "parts along one axis, for let a, b = split(2): n equal ones, or a list of their sizes",
          (a, in) -> {
            throw new ShapeException(
                Code.E133,
                "split gives " + slices(a, in).size() + " values, and a chain goes on with one",
                "bind them: let a, b = split(2)");
          },
          required("parts", INTEGER, "how many equal parts, or the size of each").orList(),
          optional("axis", STRING, "\"C\"", "\"C\", \"H\" or \"W\""));

  private static Wire shuffle(Arguments a, Wire x) throws ShapeException {
    Wire grouped = x.grouped("shuffle", a.integer("groups", 1));
    Wire exchanged = x.shape().isMap() ? grouped.permute(1, 0, 2, 3) : grouped.permute(1, 0);
    return exchanged.reshape(x.shape());
  }

  private static Primitive pad(Arguments a, Shape in) throws ShapeException {
    List<Integer> spatial = a.parts("spatial", 0);
    List<Integer> channels = a.parts("channels", 0);
    List<Integer> places =
        switch (spatial.size()) {
          case 1 -> Collections.nCopies(4, spatial.getFirst());
          case 2 -> List.of(spatial.get(0), spatial.get(0), spatial.get(1), spatial.get(1));
          case 4 -> spatial;
          default -> throw count("spatial", spatial, "[h, w] or [top, bottom, left, right]");
        };
    if (channels.size() > 2 || channels.isEmpty()) {
      throw count("channels", channels, "[before, after]");
    }
    int before = channels.getFirst();
    int after = channels.getLast();
    if (in.isMap()) {
      return new Arrangement.Pad(
          List.of(before, places.get(0), places.get(2)),
          List.of(after, places.get(1), places.get(3)));
    }
    if (places.stream().anyMatch(n -> n > 0)) {
      throw new ShapeException(
          Code.E203,
          "pad of H and W needs a feature map, but gets " + in.described(),
          "a vector has channels only: pad(channels = [before, after])");
    }
    return new Arrangement.Pad(List.of(before), List.of(after));
  }

  private static ShapeException count(String name, List<Integer> given, String wanted) {
    return new ShapeException(
        Code.E207,
        "pad needs a number or %s for %s, but it is %s".formatted(wanted, name, given),
        null);
  }

  private static Primitive upsample(Arguments a, Shape in) throws ShapeException {
    Shape map = ShapeRules.map("upsample", List.of(in), ShapeRules.BEFORE_VECTOR);
    boolean bilinear = a.word("mode", List.of("nearest", "bilinear")).equals("bilinear");
    Resize.Mode mode = bilinear ? Resize.Mode.BILINEAR : Resize.Mode.NEAREST;
    if (a.has("factor") == a.has("size")) {
      throw new ShapeException(
          Code.E127,
          "upsample needs a factor or a size, " + (a.has("size") ? "not both" : "and gets none"),
          "write upsample(2) or upsample(size = [H, W])");
    }
    if (a.has("size")) {
      int[] size = a.size("size", 1);
      return new Resize(size[0], size[1], mode);
    }
    int[] factor = a.size("factor", 1);
    return new Resize(
        Math.multiplyExact(map.height(), factor[0]),
        Math.multiplyExact(map.width(), factor[1]),
        mode);
  }

  private static Primitive slice(Arguments a, Shape in) throws ShapeException {
    Axis axis = a.axis("axis", in);
    int start = a.integer("start", 0);
    int length = a.has("length") ? a.integer("length", 1) : in.get(axis.index()) - start;
    if (length < 1) {
      throw new ShapeException(
          Code.E207,
          "slice starts at %d along %s, but there are only %d"
              .formatted(start, axis, in.get(axis.index())),
          null);
    }
    return new Arrangement.Slice(axis.index(), start, length);
  }

  /** The parts that {@code split} gives, in order. */
  static List<Arrangement.Slice> slices(Arguments a, Shape in) throws ShapeException {
    Axis axis = a.axis("axis", in);
    int size = in.get(axis.index());
    List<Integer> sizes = a.parts("parts", 1);
    if (!a.isList("parts")) {
      int parts = sizes.getFirst();
      if (size % parts != 0) {
        throw new ShapeException(
            Code.E206,
            "split cuts %d along %s into %d parts, which leaves a rest of %d"
                .formatted(size, axis, parts, size % parts),
            "give a number that divides " + size + ", or the size of each part: split([.., ..])");
      }
      sizes = Collections.nCopies(parts, size / parts);
    }
    long sum = sizes.stream().mapToLong(Integer::longValue).sum();
    if (sum != size) {
      throw new ShapeException(
          Code.E204,
          "the parts of split are %s, together %d, but there are %d along %s"
              .formatted(sizes, sum, size, axis),
          null);
    }
    List<Arrangement.Slice> slices = new ArrayList<>();
    int start = 0;
    for (int length : sizes) {
      slices.add(new Arrangement.Slice(axis.index(), start, length));
      start += length;
    }
    return slices;
  }
}
