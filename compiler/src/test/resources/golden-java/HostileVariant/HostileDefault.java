package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

/**
 * What stands in slot default of Hostile by default.
 *
 * <pre>&lt; conv(C) relu &gt;</pre>
 */
public final class HostileDefault extends NetBlock {
  private final Block conv;

  /**
   * @param c channels of the input
   */
  public HostileDefault(int c) {
    conv = addChildBlock("conv", Conv2d.builder().setFilters(c).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Activation.relu(pass.apply(conv, x));
  }
}
