package hostilevariant;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;

/**
 * Names that Java, DJL and the written classes keep for themselves.
 * *&#47; &#64;param x &#123;&#64;link Foo&#125; &lt;/pre&gt; &lt;b&gt; &amp;amp; &#92;u002a/ $L $T $$ "quoted" 'c' &#92;n é 日本語
 * Hides ai.djl.nn.core.Linear. *&#47; class Evil &#123;&#125; /*
 *
 * <p>From {@code block Linear} of hostile.senet.
 */
public final class LinearBlock extends NetBlock {
  private final Block fc;
  private final Block fc2;

  /**
   * @param c channels of the input
   * @param class_ the block's class; by default 2
   * @param int_ the block's int; by default 1
   */
  public LinearBlock(int c, int class_, int int_) {
    fc = addChildBlock("fc[0]", Linear.builder().setUnits(c * class_).build());
    fc2 = addChildBlock("fc[1]", Linear.builder().setUnits(c / int_).build());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = Activation.relu(pass.apply(fc, x));
    return pass.apply(fc2, x);
  }
}
