package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * From {@code block NDList} of hostile.senet.
 */
public final class NDListBlock extends NetBlock {
  private final String null_;
  private final boolean true_;

  /**
   * @param null_ the block's null; by default none
   * @param true_ the block's true_; by default true
   */
  public NDListBlock(String null_, boolean true_) {
    this.null_ = null_;
    this.true_ = true_;
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    if (null_ == null && true_) {
      x = Activation.sigmoid(x);
    }
    return x;
  }
}
