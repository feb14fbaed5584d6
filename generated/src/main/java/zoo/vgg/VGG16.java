package zoo.vgg;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import zoo.NetBlock;
import zoo.Slots;
import zoo.Weights;

/**
 * VGG-16, configuration D: 13 convolutions and 3 fully connected layers.
 *
 * <p>From {@code net VGG16} of vgg.senet.
 */
public class VGG16 extends NetBlock {
  private final Block vggFeatures;
  private final Block fc;
  private final Block fc2;
  private final Block fc3;

  /**
   * The network as it was compiled.
   */
  public VGG16() {
    this(1000, new int[] {2, 2, 3, 3, 3}, false, 4096, Slots.asDeclared());
  }

  /**
   * @param classes the net's classes; by default 1000
   * @param depths the net's depths; by default [2, 2, 3, 3, 3]
   * @param norm the net's norm; by default false
   * @param hidden the net's hidden; by default 4096
   * @param slots what stands in the slots
   */
  @SuppressWarnings("this-escape")
  public VGG16(int classes, int[] depths, boolean norm, int hidden, Slots slots) {
    vggFeatures = addChildBlock("VGGFeatures", new VGGFeatures(depths, norm,
        slots.within("VGGFeatures")));
    fc = addChildBlock("head.fc[0]", Linear.builder().setUnits(hidden).build());
    fc2 = addChildBlock("head.fc[1]", Linear.builder().setUnits(hidden).build());
    fc3 = addChildBlock("head.fc[2]", Linear.builder().setUnits(classes).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Blocks.batchFlatten(pass.apply(vggFeatures, x));
    x = Activation.relu(pass.apply(fc, x));
    x = pass.apply(fc2, Dropout.dropout(x, 0.5f, pass.training()).singletonOrThrow());
    x = Dropout.dropout(Activation.relu(x), 0.5f, pass.training()).singletonOrThrow();
    return pass.apply(fc3, x);
  }
}
