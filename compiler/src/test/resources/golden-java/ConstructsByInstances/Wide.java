package constructs;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

/**
 * A slot whose content changes the size, before a block that asks for it.
 *
 * <p>From {@code block Wide} of constructs.senet, as it is at {@code Wide}, with slots = 2.
 */
public final class Wide extends NetBlock {
  private final Block conv;
  private final Block se;

  public Wide() {
    conv = addChildBlock("middle.conv", Conv2d.builder().setFilters(16)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    se = addChildBlock("SE", new SE(16, 2));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Activation.relu(pass.apply(conv, x));
    return pass.apply(se, x);
  }
}
