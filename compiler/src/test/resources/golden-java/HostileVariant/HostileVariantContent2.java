package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

/**
 * What HostileVariant puts into slots.
 *
 * <pre>&lt; let c = conv(C * path); c relu conv(C) &gt;</pre>
 */
public final class HostileVariantContent2 extends NetBlock {
  private final Block conv;
  private final Block conv2;

  /**
   * @param c channels of the input
   * @param path_ the net's path; by default 1
   */
  public HostileVariantContent2(int c, int path_) {
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(c * path_)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(c).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray c2 = pass.apply(conv, x);
    return pass.apply(conv2, Activation.relu(c2));
  }
}
