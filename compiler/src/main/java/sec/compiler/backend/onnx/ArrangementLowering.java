package sec.compiler.backend.onnx;

import java.util.List;
import java.util.stream.LongStream;
import sec.compiler.operators.Arrangement;
import sec.compiler.operators.Resize;
import sec.compiler.operators.Shape;

/** Lowers what only takes numbers from one place to another. */
final class ArrangementLowering {
  private ArrangementLowering() {}

  static void lower(Site site, Arrangement arrangement) {
    switch (arrangement) {
      case Arrangement.Slice slice -> slice(site, slice);
      case Arrangement.Reshape reshape -> reshape(site, reshape);
      case Arrangement.Permute permute ->
          site.result(
              "Transpose", site.inputs(), Attributes.integers("perm", past(permute.order())));
      case Arrangement.Pad pad -> {
        long[] pads = LongStream.concat(batch(pad.before()), batch(pad.after())).toArray();
        site.result("Pad", List.of(site.input(), site.graph().integers(site.local("pads"), pads)));
      }
    }
  }

  private static void slice(Site site, Arrangement.Slice slice) {
    OnnxGraph graph = site.graph();
    String starts = graph.integers(site.local("starts"), slice.start());
    String ends = graph.integers(site.local("ends"), slice.start() + slice.length());
    String axes = graph.integers(site.local("axes"), slice.axis() + 1);
    site.result("Slice", List.of(site.input(), starts, ends, axes));
  }

  /** A size of 0 is the input's own: the batch, whatever it is. */
  private static void reshape(Site site, Arrangement.Reshape reshape) {
    long[] sizes = batch(reshape.shape().dimensions()).toArray();
    String shape = site.graph().integers(site.local("shape"), sizes);
    site.result("Reshape", List.of(site.input(), shape));
  }

  private static LongStream batch(List<Integer> sizes) {
    return LongStream.concat(LongStream.of(0), sizes.stream().mapToLong(size -> size));
  }

  /** The axes of samples as axes of batches, the batch itself first. */
  private static long[] past(List<Integer> axes) {
    return batch(axes.stream().map(axis -> axis + 1).toList()).toArray();
  }

  static void resize(Site site, Resize resize) {
    Shape in = site.shapes().getFirst();
    int down = resize.height() / in.height();
    int across = resize.width() / in.width();
    boolean whole = resize.height() % in.height() == 0 && resize.width() % in.width() == 0;
    String sizes = whole ? "" : sizes(site, resize);
    String factors = whole ? site.graph().reals(site.local("factors"), 1, 1, down, across) : "";
    boolean nearest = resize.mode() == Resize.Mode.NEAREST;
    site.result(
        "Resize",
        whole ? List.of(site.input(), "", factors) : List.of(site.input(), "", "", sizes),
        Attributes.text("coordinate_transformation_mode", nearest ? "asymmetric" : "half_pixel"),
        Attributes.text("mode", nearest ? "nearest" : "linear"),
        Attributes.text("nearest_mode", "floor"));
  }

  /** Other factors would be rounded: then the sizes are given, and the batch's is asked for. */
  private static String sizes(Site site, Resize resize) {
    Shape in = site.shapes().getFirst();
    OnnxGraph graph = site.graph();
    String batch = site.local("batch");
    graph.vectorNode(
        batch,
        "Shape",
        List.of(site.input()),
        1,
        Attributes.integer("start", 0),
        Attributes.integer("end", 1));
    String sample =
        graph.integers(site.local("sample"), in.channels(), resize.height(), resize.width());
    String sizes = site.local("sizes");
    graph.vectorNode(sizes, "Concat", List.of(batch, sample), 4, Attributes.integer("axis", 0));
    return sizes;
  }
}
