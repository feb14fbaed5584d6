package zoo.googlenet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.pooling.Pool;
import zoo.NetBlock;
import zoo.Slots;

/**
 * The nine modules, widths as in the paper's Table 1. Auxiliary classifiers stand behind 4a and 4d.
 *
 * <p>From {@code block InceptionModules} of googlenet.senet.
 */
public final class InceptionModules extends NetBlock {
  private final boolean aux;
  private final Block inceptionModule;
  private final Block inceptionModule2;
  private final Block inceptionModule3;
  private Block auxiliaryHead;
  private final Block inceptionModule4;
  private final Block inceptionModule5;
  private final Block inceptionModule6;
  private Block auxiliaryHead2;
  private final Block inceptionModule7;
  private final Block inceptionModule8;
  private final Block inceptionModule9;

  /**
   * @param aux the block's aux; by default false
   * @param classes the block's classes; by default 1000
   * @param slots what stands in the slots
   */
  public InceptionModules(boolean aux, int classes, Slots slots) {
    this.aux = aux;
    inceptionModule = addChildBlock("module3.module[0].InceptionModule", new InceptionModule(64, 96,
        128, 16, 32, 32, 3, 1, slots.within("module3.module[0].InceptionModule")));
    inceptionModule2 = addChildBlock("module3.module[1].InceptionModule", new InceptionModule(128,
        128, 192, 32, 96, 64, 3, 1, slots.within("module3.module[1].InceptionModule")));
    inceptionModule3 = addChildBlock("module4a.module.InceptionModule", new InceptionModule(192, 96,
        208, 16, 48, 64, 3, 1, slots.within("module4a.module.InceptionModule")));
    if (aux) {
      auxiliaryHead = addChildBlock("AuxiliaryHead[0]", new AuxiliaryHead(classes));
    }
    inceptionModule4 = addChildBlock("module4b.module.InceptionModule", new InceptionModule(160,
        112, 224, 24, 64, 64, 3, 1, slots.within("module4b.module.InceptionModule")));
    inceptionModule5 = addChildBlock("module4c.module.InceptionModule", new InceptionModule(128,
        128, 256, 24, 64, 64, 3, 1, slots.within("module4c.module.InceptionModule")));
    inceptionModule6 = addChildBlock("module4d.module.InceptionModule", new InceptionModule(112,
        144, 288, 32, 64, 64, 3, 1, slots.within("module4d.module.InceptionModule")));
    if (aux) {
      auxiliaryHead2 = addChildBlock("AuxiliaryHead[" + (aux ? 1 : 0) + "]",
          new AuxiliaryHead(classes));
    }
    inceptionModule7 = addChildBlock("module4e.module.InceptionModule", new InceptionModule(256,
        160, 320, 32, 128, 128, 3, 1, slots.within("module4e.module.InceptionModule")));
    inceptionModule8 = addChildBlock("module5.module[0].InceptionModule", new InceptionModule(256,
        160, 320, 32, 128, 128, 3, 1, slots.within("module5.module[0].InceptionModule")));
    inceptionModule9 = addChildBlock("module5.module[1].InceptionModule", new InceptionModule(384,
        192, 384, 48, 128, 128, 3, 1, slots.within("module5.module[1].InceptionModule")));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(inceptionModule2, pass.apply(inceptionModule, x));
    x = Pool.maxPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(0, 0), true);
    x = pass.apply(inceptionModule3, x);
    if (aux) {
      NDArray aux1 = pass.apply(auxiliaryHead, x);
      pass.output("aux1", aux1);
    }
    x = pass.apply(inceptionModule5, pass.apply(inceptionModule4, x));
    x = pass.apply(inceptionModule6, x);
    if (aux) {
      NDArray aux2 = pass.apply(auxiliaryHead2, x);
      pass.output("aux2", aux2);
    }
    x = Pool.maxPool2d(pass.apply(inceptionModule7, x),
        new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), true);
    return pass.apply(inceptionModule9, pass.apply(inceptionModule8, x));
  }
}
