package zoo.vgg;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.core.Linear;
import zoo.NetBlock;
import zoo.Slots;
import zoo.Weights;

/**
 * VGG-16 for small images, with batch normalisation: one fully connected layer on the 512 channels that remain.
 *
 * <p>From {@code net VGG16Cifar} of vgg.senet.
 */
public class VGG16Cifar extends NetBlock {
  private final Block vggFeatures;
  private final Block fc;

  /**
   * The network as it was compiled.
   */
  public VGG16Cifar() {
    this(10, new int[] {2, 2, 3, 3, 3}, true, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 10
   * @param depths the net's depths; by default [2, 2, 3, 3, 3]
   * @param norm the net's norm; by default true
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public VGG16Cifar(int classes, int[] depths, boolean norm, Slots slots) {
    vggFeatures = addChildBlock("VGGFeatures", new VGGFeatures(depths, norm,
        slots.within("VGGFeatures")));
    fc = addChildBlock("head.fc", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Blocks.batchFlatten(pass.apply(vggFeatures, x));
    return pass.apply(fc, x);
  }
}
