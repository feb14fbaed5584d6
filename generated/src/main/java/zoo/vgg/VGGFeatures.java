package zoo.vgg;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.List;
import zoo.NetBlock;
import zoo.Slots;

/**
 * The convolutions of VGG: five stages, each halved by a pool.
 *
 * <p>From {@code block VGGFeatures} of vgg.senet.
 */
public final class VGGFeatures extends NetBlock {
  private final int[] depths;
  private final List<Block> vggLayer = new ArrayList<>();
  private final List<Block> vggLayer2 = new ArrayList<>();
  private final List<Block> vggLayer3 = new ArrayList<>();
  private final List<Block> vggLayer4 = new ArrayList<>();
  private final List<Block> vggLayer5 = new ArrayList<>();

  /**
   * @param depths the block's depths
   * @param norm the block's norm
   * @param slots what stands in the slots
   */
  public VGGFeatures(int[] depths, boolean norm, Slots slots) {
    this.depths = depths;
    for (int i = 0; i < depths[0]; i++) {
      vggLayer.add(addChildBlock("stage1.VGGLayer[" + i + "]", new VGGLayer(64, norm,
          slots.within("stage1.VGGLayer[" + i + "]"))));
    }
    for (int i = 0; i < depths[1]; i++) {
      vggLayer2.add(addChildBlock("stage2.VGGLayer[" + i + "]", new VGGLayer(128, norm,
          slots.within("stage2.VGGLayer[" + i + "]"))));
    }
    for (int i = 0; i < depths[2]; i++) {
      vggLayer3.add(addChildBlock("stage3.VGGLayer[" + i + "]", new VGGLayer(256, norm,
          slots.within("stage3.VGGLayer[" + i + "]"))));
    }
    for (int i = 0; i < depths[3]; i++) {
      vggLayer4.add(addChildBlock("stage4.VGGLayer[" + i + "]", new VGGLayer(512, norm,
          slots.within("stage4.VGGLayer[" + i + "]"))));
    }
    for (int i = 0; i < depths[4]; i++) {
      vggLayer5.add(addChildBlock("stage5.VGGLayer[" + i + "]", new VGGLayer(512, norm,
          slots.within("stage5.VGGLayer[" + i + "]"))));
    }
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    for (int i = 0; i < depths[0]; i++) {
      x = pass.apply(vggLayer.get(i), x);
    }
    x = Pool.maxPool2d(x, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
    for (int i = 0; i < depths[1]; i++) {
      x = pass.apply(vggLayer2.get(i), x);
    }
    x = Pool.maxPool2d(x, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
    for (int i = 0; i < depths[2]; i++) {
      x = pass.apply(vggLayer3.get(i), x);
    }
    x = Pool.maxPool2d(x, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
    for (int i = 0; i < depths[3]; i++) {
      x = pass.apply(vggLayer4.get(i), x);
    }
    x = Pool.maxPool2d(x, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
    for (int i = 0; i < depths[4]; i++) {
      x = pass.apply(vggLayer5.get(i), x);
    }
    return Pool.maxPool2d(x, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
  }
}
