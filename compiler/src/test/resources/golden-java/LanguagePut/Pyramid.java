package languageput;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;

/**
 * A branch for each kernel of a list; the last one is dilated.
 *
 * <p>From {@code block Pyramid} of language.senet, as it is at {@code Pyramid}, with out = 4, kernels = [1, 3, 5].
 */
public final class Pyramid extends NetBlock {
  private final Block conv;
  private final Block bn;
  private final Block conv2;
  private final Block bn2;
  private final Block conv3;
  private final Block bn3;
  private final Block conv4;

  public Pyramid() {
    conv = addChildBlock("conv[0]", Conv2d.builder().setFilters(4).setKernelShape(new Shape(1, 1))
        .optBias(false).build());
    bn = addChildBlock("bn[0]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv2 = addChildBlock("conv[1]", Conv2d.builder().setFilters(4).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).optBias(false).build());
    bn2 = addChildBlock("bn[1]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv3 = addChildBlock("conv[2]", Conv2d.builder().setFilters(4).setKernelShape(new Shape(5, 5))
        .optPadding(new Shape(2, 2)).optBias(false).build());
    bn3 = addChildBlock("bn[2]", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f).build());
    conv4 = addChildBlock("last.conv", Conv2d.builder().setFilters(4)
        .setKernelShape(new Shape(3, 3)).optPadding(new Shape(2, 2)).optDilation(new Shape(2, 2))
        .optBias(false).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    NDArray branch = pass.apply(bn, pass.apply(conv, x));
    branch = Activation.relu(branch);
    NDArray branch2 = pass.apply(bn2, pass.apply(conv2, x));
    branch2 = Activation.relu(branch2);
    NDArray branch3 = pass.apply(bn3, pass.apply(conv3, x));
    branch3 = Activation.relu(branch3);
    return NDArrays.concat(new NDList(branch, branch2, branch3, pass.apply(conv4, x)), 1);
  }
}
