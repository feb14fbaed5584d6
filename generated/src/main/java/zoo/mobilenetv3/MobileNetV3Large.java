package zoo.mobilenetv3;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import zoo.Cba;
import zoo.HardSwish;
import zoo.NetBlock;
import zoo.Slots;
import zoo.Weights;

/**
 * MobileNetV3-Large (Howard et al., ICCV 2019), the paper's Table 1, as in torchvision.
 *
 * <p>From {@code net MobileNetV3Large} of mobilenet_v3.senet.
 */
public class MobileNetV3Large extends NetBlock {
  private final Block cba;
  private final Block mobileBlock;
  private final Block mobileBlock2;
  private final Block mobileBlock3;
  private final Block mobileBlock4;
  private final Block mobileBlock5;
  private final Block mobileBlock6;
  private final Block mobileBlock7;
  private final Block mobileBlock8;
  private final Block mobileBlock9;
  private final Block mobileBlock10;
  private final Block mobileBlock11;
  private final Block mobileBlock12;
  private final Block mobileBlock13;
  private final Block mobileBlock14;
  private final Block mobileBlock15;
  private final Block mobileHead;

  /**
   * The network as it was compiled.
   */
  public MobileNetV3Large() {
    this(1000, 1280, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 1000
   * @param hidden the net's hidden; by default 1280
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public MobileNetV3Large(int classes, int hidden, Slots slots) {
    cba = addChildBlock("stem.cba", new Cba(16, new Shape(3, 3), new Shape(2, 2), null, 1,
        in -> new HardSwish(), false, 0.001));
    mobileBlock = addChildBlock("body.MobileBlock[0]", new MobileBlock(16, 3, 16, 16, false,
        in -> Activation.reluBlock(), 1, slots.within("body.MobileBlock[0]")));
    mobileBlock2 = addChildBlock("body.MobileBlock[1]", new MobileBlock(16, 3, 64, 24, false,
        in -> Activation.reluBlock(), 2, slots.within("body.MobileBlock[1]")));
    mobileBlock3 = addChildBlock("body.MobileBlock[2]", new MobileBlock(24, 3, 72, 24, false,
        in -> Activation.reluBlock(), 1, slots.within("body.MobileBlock[2]")));
    mobileBlock4 = addChildBlock("body.MobileBlock[3]", new MobileBlock(24, 5, 72, 40, true,
        in -> Activation.reluBlock(), 2, slots.within("body.MobileBlock[3]")));
    mobileBlock5 = addChildBlock("body.MobileBlock[4]", new MobileBlock(40, 5, 120, 40, true,
        in -> Activation.reluBlock(), 1, slots.within("body.MobileBlock[4]")));
    mobileBlock6 = addChildBlock("body.MobileBlock[5]", new MobileBlock(40, 5, 120, 40, true,
        in -> Activation.reluBlock(), 1, slots.within("body.MobileBlock[5]")));
    mobileBlock7 = addChildBlock("body.MobileBlock[6]", new MobileBlock(40, 3, 240, 80, false,
        in -> new HardSwish(), 2, slots.within("body.MobileBlock[6]")));
    mobileBlock8 = addChildBlock("body.MobileBlock[7]", new MobileBlock(80, 3, 200, 80, false,
        in -> new HardSwish(), 1, slots.within("body.MobileBlock[7]")));
    mobileBlock9 = addChildBlock("body.MobileBlock[8]", new MobileBlock(80, 3, 184, 80, false,
        in -> new HardSwish(), 1, slots.within("body.MobileBlock[8]")));
    mobileBlock10 = addChildBlock("body.MobileBlock[9]", new MobileBlock(80, 3, 184, 80, false,
        in -> new HardSwish(), 1, slots.within("body.MobileBlock[9]")));
    mobileBlock11 = addChildBlock("body.MobileBlock[10]", new MobileBlock(80, 3, 480, 112, true,
        in -> new HardSwish(), 1, slots.within("body.MobileBlock[10]")));
    mobileBlock12 = addChildBlock("body.MobileBlock[11]", new MobileBlock(112, 3, 672, 112, true,
        in -> new HardSwish(), 1, slots.within("body.MobileBlock[11]")));
    mobileBlock13 = addChildBlock("body.MobileBlock[12]", new MobileBlock(112, 5, 672, 160, true,
        in -> new HardSwish(), 2, slots.within("body.MobileBlock[12]")));
    mobileBlock14 = addChildBlock("body.MobileBlock[13]", new MobileBlock(160, 5, 960, 160, true,
        in -> new HardSwish(), 1, slots.within("body.MobileBlock[13]")));
    mobileBlock15 = addChildBlock("body.MobileBlock[14]", new MobileBlock(160, 5, 960, 160, true,
        in -> new HardSwish(), 1, slots.within("body.MobileBlock[14]")));
    mobileHead = addChildBlock("head.MobileHead", new MobileHead(160, hidden, classes));
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(mobileBlock, pass.apply(cba, x));
    x = pass.apply(mobileBlock3, pass.apply(mobileBlock2, x));
    x = pass.apply(mobileBlock5, pass.apply(mobileBlock4, x));
    x = pass.apply(mobileBlock7, pass.apply(mobileBlock6, x));
    x = pass.apply(mobileBlock9, pass.apply(mobileBlock8, x));
    x = pass.apply(mobileBlock11, pass.apply(mobileBlock10, x));
    x = pass.apply(mobileBlock13, pass.apply(mobileBlock12, x));
    x = pass.apply(mobileBlock15, pass.apply(mobileBlock14, x));
    return pass.apply(mobileHead, x);
  }
}
