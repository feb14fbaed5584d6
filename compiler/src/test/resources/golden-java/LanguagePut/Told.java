package languageput;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

/**
 * A slot that tells what stands in it how wide the block is.
 *
 * <p>From {@code block Told} of language.senet, as it is at {@code Told[0]}, with base = 4.
 */
public final class Told extends NetBlock {
  private final Block conv;
  private final Block narrow;

  public Told() {
    conv = addChildBlock("conv", Conv2d.builder().setFilters(8).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).optBias(false).build());
    narrow = addChildBlock("gate.Narrow", new Narrow(8, 4));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Activation.relu(pass.apply(conv, x));
    return x.mul(pass.apply(narrow, x));
  }
}
