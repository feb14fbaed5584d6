package zoo.bninception;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import zoo.Avgpool;
import zoo.Cba;
import zoo.Maxpool;
import zoo.NetBlock;
import zoo.Slots;
import zoo.Weights;

/**
 * BN-Inception (Ioffe, Szegedy; ICML 2015) as in its Caffe release: biases beside batch normalisation, and a plain first
 * convolution where the paper's text has a separable one.
 *
 * <p>From {@code net BNInception} of bn_inception.senet.
 */
public class BNInception extends NetBlock {
  private final Block cba;
  private final Block cba2;
  private final Block cba3;
  private final Block bnModule;
  private final Block bnModule2;
  private final Block bnReduction;
  private final Block bnModule3;
  private final Block bnModule4;
  private final Block bnModule5;
  private final Block bnModule6;
  private final Block bnReduction2;
  private final Block bnModule7;
  private final Block bnModule8;
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public BNInception() {
    this(1000, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 1000
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public BNInception(int classes, Slots slots) {
    cba = addChildBlock("stem.cba[0]", new Cba(64, new Shape(7, 7), new Shape(2, 2), null, 1,
        in -> Activation.reluBlock(), true, 1.0E-5));
    cba2 = addChildBlock("stem.cba[1]", new Cba(64, new Shape(1, 1), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), true, 1.0E-5));
    cba3 = addChildBlock("stem.cba[2]", new Cba(192, new Shape(3, 3), new Shape(1, 1), null, 1,
        in -> Activation.reluBlock(), true, 1.0E-5));
    bnModule = addChildBlock("module3.BNModule[0]", new BNModule(192, 64, 64, 64, 64, 96, 32,
        in -> new Avgpool(), slots.within("module3.BNModule[0]")));
    bnModule2 = addChildBlock("module3.BNModule[1]", new BNModule(256, 64, 64, 96, 64, 96, 64,
        in -> new Avgpool(), slots.within("module3.BNModule[1]")));
    bnReduction = addChildBlock("module3.BNReduction", new BNReduction(320, 128, 160, 64, 96,
        slots.within("module3.BNReduction")));
    bnModule3 = addChildBlock("module4.BNModule[0]", new BNModule(576, 224, 64, 96, 96, 128, 128,
        in -> new Avgpool(), slots.within("module4.BNModule[0]")));
    bnModule4 = addChildBlock("module4.BNModule[1]", new BNModule(576, 192, 96, 128, 96, 128, 128,
        in -> new Avgpool(), slots.within("module4.BNModule[1]")));
    bnModule5 = addChildBlock("module4.BNModule[2]", new BNModule(576, 160, 128, 160, 128, 160, 128,
        in -> new Avgpool(), slots.within("module4.BNModule[2]")));
    bnModule6 = addChildBlock("module4.BNModule[3]", new BNModule(608, 96, 128, 192, 160, 192, 128,
        in -> new Avgpool(), slots.within("module4.BNModule[3]")));
    bnReduction2 = addChildBlock("module4.BNReduction", new BNReduction(608, 128, 192, 192, 256,
        slots.within("module4.BNReduction")));
    bnModule7 = addChildBlock("module5.BNModule[0]", new BNModule(1056, 352, 192, 320, 160, 224,
        128, in -> new Avgpool(), slots.within("module5.BNModule[0]")));
    bnModule8 = addChildBlock("module5.BNModule[1]", new BNModule(1024, 352, 192, 320, 192, 224,
        128, in -> new Maxpool(), slots.within("module5.BNModule[1]")));
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Pool.maxPool2d(pass.apply(cba, x), new Shape(3, 3), new Shape(2, 2), new Shape(0, 0), true);
    x = pass.apply(cba3, pass.apply(cba2, x));
    x = Pool.maxPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(0, 0), true);
    x = pass.apply(bnModule2, pass.apply(bnModule, x));
    x = pass.apply(bnModule3, pass.apply(bnReduction, x));
    x = pass.apply(bnModule5, pass.apply(bnModule4, x));
    x = pass.apply(bnReduction2, pass.apply(bnModule6, x));
    x = pass.apply(bnModule8, pass.apply(bnModule7, x));
    return pass.apply(fc, Pool.globalAvgPool2d(x));
  }
}
