package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

/**
 * What HostileVariant puts into slots.
 *
 * <pre>&lt; conv(C) if (C &gt; 5) &lt; relu &gt; &gt;</pre>
 */
public final class HostileVariantContent extends NetBlock {
  private final int c;
  private final Block conv;

  /**
   * @param c channels of the input
   */
  public HostileVariantContent(int c) {
    this.c = c;
    conv = addChildBlock("conv", Conv2d.builder().setFilters(c).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(conv, x);
    if (c > 5) {
      x = Activation.relu(x);
    }
    return x;
  }
}
