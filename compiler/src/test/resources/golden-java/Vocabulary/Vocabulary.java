package vocabulary;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;

/**
 * From {@code net Vocabulary} of vocabulary.senet.
 */
public class Vocabulary extends NetBlock {
  private final Block conv;
  private final Block bn;
  private final Block wide;
  private final Block around;
  private final Block wide2;
  private final Block gates;
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public Vocabulary() {
    this(4);
  }

  /**
   * @param classes the net's classes; by default 4
   */
  @SuppressWarnings("this-escape")
  public Vocabulary(int classes) {
    conv = addChildBlock("stem.conv", Conv2d.builder().setFilters(8).setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1)).optBias(false).build());
    bn = addChildBlock("stem.bn", BatchNorm.builder().optEpsilon(1.0E-5f).optMomentum(0.9f)
        .build());
    wide = addChildBlock("Wide[0]", new Wide(8, 2, 2));
    around = addChildBlock("Around", new Around(16, 8, 0.1, new Shape(5, 4)));
    wide2 = addChildBlock("Wide[1]", new Wide(8, 4, 1));
    gates = addChildBlock("Gates", new Gates(2));
    fc = addChildBlock("fc", Weights.starting("xavier", Linear.builder().setUnits(classes)
        .build()));
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(bn, pass.apply(conv, x));
    x = pass.apply(around, pass.apply(wide, x));
    x = pass.apply(gates, pass.apply(wide2, x));
    x = Pool.globalAvgPool2d(DropPath.apply(x, 0.1, pass.training()));
    x = Scalar.times(x.softmax(1), 20.0).add(0.0);
    return pass.apply(fc, x);
  }
}
