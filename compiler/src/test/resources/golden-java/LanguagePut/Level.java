package languageput;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;

/**
 * Skips by nesting.
 *
 * <p>From {@code block Level} of language.senet, as it is at {@code Level}, with w = 6, inner = cba(7, 3, relu).
 */
public final class Level extends NetBlock {
  private final Block cba;
  private final Block cba2;
  private final Block dwconv;
  private final Block conv;

  public Level() {
    cba = addChildBlock("cba", new Cba(6, 3, in -> Activation.reluBlock()));
    cba2 = addChildBlock("inner.cba", new Cba(7, 3, in -> Activation.reluBlock()));
    dwconv = addChildBlock("dwconv", Conv2d.builder().setFilters(7).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).optGroups(7).optBias(false).build());
    conv = addChildBlock("conv", Conv2d.builder().setFilters(6).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Pool.maxPool2d(pass.apply(cba, x),
        new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
    x = pass.apply(dwconv, pass.apply(cba2, x));
    x = Pool.avgPool2d(x, new Shape(1, 1), new Shape(1, 1), new Shape(0, 0), false, true);
    return Activation.relu(pass.apply(conv, x));
  }
}
