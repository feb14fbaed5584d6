package zoo.efficientnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import zoo.Cba;
import zoo.NetBlock;
import zoo.Silu;
import zoo.Slots;
import zoo.Weights;

/**
 * EfficientNet-B0 (Tan, Le; ICML 2019), the paper's Table 1, as in torchvision.
 *
 * <p>From {@code net EfficientNetB0} of efficientnet.senet.
 */
public class EfficientNetB0 extends NetBlock {
  private final Block cba;
  private final Block mbConv;
  private final Block mbConv2;
  private final Block mbConv3;
  private final Block mbConv4;
  private final Block mbConv5;
  private final Block mbConv6;
  private final Block mbConv7;
  private final Block mbConv8;
  private final Block mbConv9;
  private final Block mbConv10;
  private final Block mbConv11;
  private final Block mbConv12;
  private final Block mbConv13;
  private final Block mbConv14;
  private final Block mbConv15;
  private final Block mbConv16;
  private final Block cba2;
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public EfficientNetB0() {
    this(1000, 0.2, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 1000
   * @param drop the net's drop; by default 0.2
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public EfficientNetB0(int classes, double drop, Slots slots) {
    cba = addChildBlock("stem.cba", new Cba(32, new Shape(3, 3), new Shape(2, 2), null, 1,
        in -> new Silu(), false, 1.0E-5));
    mbConv = addChildBlock("stage[0].MBConv[0]", new MBConv(32, 3, 1, 16, 1, drop * 0.0 / 16.0,
        slots.within("stage[0].MBConv[0]")));
    mbConv2 = addChildBlock("stage[1].MBConv[0]", new MBConv(16, 3, 6, 24, 2, drop * 1.0 / 16.0,
        slots.within("stage[1].MBConv[0]")));
    mbConv3 = addChildBlock("stage[1].MBConv[1]", new MBConv(24, 3, 6, 24, 1, drop * 2.0 / 16.0,
        slots.within("stage[1].MBConv[1]")));
    mbConv4 = addChildBlock("stage[2].MBConv[0]", new MBConv(24, 5, 6, 40, 2, drop * 3.0 / 16.0,
        slots.within("stage[2].MBConv[0]")));
    mbConv5 = addChildBlock("stage[2].MBConv[1]", new MBConv(40, 5, 6, 40, 1, drop * 4.0 / 16.0,
        slots.within("stage[2].MBConv[1]")));
    mbConv6 = addChildBlock("stage[3].MBConv[0]", new MBConv(40, 3, 6, 80, 2, drop * 5.0 / 16.0,
        slots.within("stage[3].MBConv[0]")));
    mbConv7 = addChildBlock("stage[3].MBConv[1]", new MBConv(80, 3, 6, 80, 1, drop * 6.0 / 16.0,
        slots.within("stage[3].MBConv[1]")));
    mbConv8 = addChildBlock("stage[3].MBConv[2]", new MBConv(80, 3, 6, 80, 1, drop * 7.0 / 16.0,
        slots.within("stage[3].MBConv[2]")));
    mbConv9 = addChildBlock("stage[4].MBConv[0]", new MBConv(80, 5, 6, 112, 1, drop * 8.0 / 16.0,
        slots.within("stage[4].MBConv[0]")));
    mbConv10 = addChildBlock("stage[4].MBConv[1]", new MBConv(112, 5, 6, 112, 1, drop * 9.0 / 16.0,
        slots.within("stage[4].MBConv[1]")));
    mbConv11 = addChildBlock("stage[4].MBConv[2]", new MBConv(112, 5, 6, 112, 1, drop * 10.0 / 16.0,
        slots.within("stage[4].MBConv[2]")));
    mbConv12 = addChildBlock("stage[5].MBConv[0]", new MBConv(112, 5, 6, 192, 2, drop * 11.0 / 16.0,
        slots.within("stage[5].MBConv[0]")));
    mbConv13 = addChildBlock("stage[5].MBConv[1]", new MBConv(192, 5, 6, 192, 1, drop * 12.0 / 16.0,
        slots.within("stage[5].MBConv[1]")));
    mbConv14 = addChildBlock("stage[5].MBConv[2]", new MBConv(192, 5, 6, 192, 1, drop * 13.0 / 16.0,
        slots.within("stage[5].MBConv[2]")));
    mbConv15 = addChildBlock("stage[5].MBConv[3]", new MBConv(192, 5, 6, 192, 1, drop * 14.0 / 16.0,
        slots.within("stage[5].MBConv[3]")));
    mbConv16 = addChildBlock("stage[6].MBConv[0]", new MBConv(192, 3, 6, 320, 1, drop * 15.0 / 16.0,
        slots.within("stage[6].MBConv[0]")));
    cba2 = addChildBlock("head.cba", new Cba(1280, new Shape(1, 1), new Shape(1, 1), null, 1,
        in -> new Silu(), false, 1.0E-5));
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(mbConv, pass.apply(cba, x));
    x = pass.apply(mbConv3, pass.apply(mbConv2, x));
    x = pass.apply(mbConv5, pass.apply(mbConv4, x));
    x = pass.apply(mbConv7, pass.apply(mbConv6, x));
    x = pass.apply(mbConv9, pass.apply(mbConv8, x));
    x = pass.apply(mbConv11, pass.apply(mbConv10, x));
    x = pass.apply(mbConv13, pass.apply(mbConv12, x));
    x = pass.apply(mbConv15, pass.apply(mbConv14, x));
    x = pass.apply(cba2, pass.apply(mbConv16, x));
    x = Dropout.dropout(Pool.globalAvgPool2d(x), 0.2f, pass.training()).singletonOrThrow();
    return pass.apply(fc, x);
  }
}
