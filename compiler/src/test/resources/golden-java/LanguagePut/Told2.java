package languageput;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

/**
 * A slot that tells what stands in it how wide the block is.
 *
 * <p>From {@code block Told} of language.senet, as it is at {@code Told[1]}, with base = 3.
 */
public final class Told2 extends NetBlock {
  private final Block conv;
  private final Block conv2;
  private final Block sharedMlp;

  public Told2() {
    conv = addChildBlock("conv", Conv2d.builder().setFilters(6).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).optBias(false).build());
    conv2 = addChildBlock("gate.conv", Conv2d.builder().setFilters(6)
        .setKernelShape(new Shape(1, 1)).optBias(false).build());
    sharedMlp = addChildBlock("gate.SharedMlp", new SharedMlp(6, 1));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Activation.relu(pass.apply(conv, x));
    NDArray gate = Activation.sigmoid(pass.apply(conv2, x));
    return x.mul(pass.apply(sharedMlp, gate));
  }
}
