package sec.compiler.backend.onnx;

import java.util.List;
import sec.compiler.onnx.AttributeProto;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;
import sec.compiler.operators.Window;

/**
 * Lowers pooling. ONNX's {@code ceil_mode} is never used: versions and runtimes differ on the last
 * window. The elements that it overhangs become padding on the right instead.
 */
final class PoolingLowering {
  private PoolingLowering() {}

  static void global(Site site, Primitive.GlobalPool pool) {
    String operator =
        switch (pool) {
          case AVERAGE -> "GlobalAveragePool";
          case MAXIMUM -> "GlobalMaxPool";
        };
    Shape pooled = Shape.of(site.node().shape().channels(), 1, 1);
    String value = site.step("pool", operator, site.inputs(), pooled);
    site.result("Flatten", List.of(value), Attributes.integer("axis", 1));
  }

  static void maximum(Site site, Primitive.MaxPool pool) {
    site.result(
        "MaxPool",
        site.inputs(),
        Attributes.integers("dilations", pool.vertical().dilation(), pool.horizontal().dilation()),
        kernel(pool.vertical(), pool.horizontal()),
        paddingWithOverhang(site, pool.vertical(), pool.horizontal()),
        strides(pool.vertical(), pool.horizontal()));
  }

  static void average(Site site, Primitive.AvgPool pool) {
    Window vertical = pool.vertical();
    Window horizontal = pool.horizontal();
    if (vertical.dilation() != 1 || horizontal.dilation() != 1) {
      throw new IllegalArgumentException("ONNX's AveragePool has no dilation before opset 19");
    }
    boolean padded = vertical.pad() + horizontal.pad() > 0;
    boolean overhangs = overhang(site, 1, vertical) + overhang(site, 2, horizontal) > 0;
    if (pool.countIncludePad() && padded && overhangs) {
      averageOfPadded(site, pool);
      return;
    }
    site.result(
        "AveragePool",
        site.inputs(),
        Attributes.integer("count_include_pad", pool.countIncludePad() && padded ? 1 : 0),
        kernel(vertical, horizontal),
        paddingWithOverhang(site, vertical, horizontal),
        strides(vertical, horizontal));
  }

  /**
   * The padding counts and the overhang does not, which {@code count_include_pad} cannot say: so
   * the zeros become part of the map first, and only the overhang is padding.
   */
  private static void averageOfPadded(Site site, Primitive.AvgPool pool) {
    Window vertical = pool.vertical();
    Window horizontal = pool.horizontal();
    int top = vertical.pad();
    int left = horizontal.pad();
    Shape in = site.shapes().getFirst();
    Shape padded = Shape.of(in.channels(), in.height() + 2 * top, in.width() + 2 * left);
    String pads = site.graph().integers(site.local("pads"), 0, 0, top, left, 0, 0, top, left);
    String zeros = site.step("pad", "Pad", List.of(site.input(), pads), padded);
    site.result(
        "AveragePool",
        List.of(zeros),
        Attributes.integer("count_include_pad", 0),
        kernel(vertical, horizontal),
        Attributes.integers(
            "pads", 0, 0, overhang(site, 1, vertical), overhang(site, 2, horizontal)),
        strides(vertical, horizontal));
  }

  static AttributeProto kernel(Window vertical, Window horizontal) {
    return Attributes.integers("kernel_shape", vertical.kernel(), horizontal.kernel());
  }

  static AttributeProto strides(Window vertical, Window horizontal) {
    return Attributes.integers("strides", vertical.stride(), horizontal.stride());
  }

  /** Top, left, bottom, right. */
  static AttributeProto paddingWithOverhang(Site site, Window vertical, Window horizontal) {
    return Attributes.integers(
        "pads",
        vertical.pad(),
        horizontal.pad(),
        vertical.pad() + overhang(site, 1, vertical),
        horizontal.pad() + overhang(site, 2, horizontal));
  }

  private static int overhang(Site site, int axis, Window window) {
    return window.overhang(site.shapes().getFirst().get(axis), site.node().shape().get(axis));
  }
}
