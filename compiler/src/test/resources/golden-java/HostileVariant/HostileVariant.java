package hostilevariant;

import ai.djl.nn.Block;

/**
 * Variant's doc *&#47; with &#92;u002a/ and &#64;Deprecated &#123;&#64;inheritDoc&#125; &lt;script&gt;.
 *
 * <p>From {@code variant HostileVariant} of hostile.senet.
 *
 * <pre>
 * at class put &lt; let c = conv(C * path); c relu conv(C) &gt;
 * at default put String(pass = int - 2) Object(i = x)
 * at String.at put &lt; conv(C) if (C &gt; 5) &lt; relu &gt; &gt;
 * at slots put SE se
 * </pre>
 */
public final class HostileVariant extends Hostile {
  /**
   * The network as it was compiled.
   */
  public HostileVariant() {
    this(3, 2, 1);
  }

  /**
   * @param int_ the variant's int; by default 3
   * @param x_ the variant's x; by default 2
   * @param path_ the variant's path; by default 1
   */
  public HostileVariant(int int_, int x_, int path_) {
    super(5, 1, 2, slots(int_, x_, path_));
  }

  private static Slots slots(int int_, int x_, int path_) {
    return (path, c) -> fill(path, c, int_, x_, path_);
  }

  private static Block fill(String path, int c, int int_, int x_, int path_) {
    if (path.endsWith("at")) {
      return new HostileVariantContent(c);
    }
    if (path.endsWith("class")) {
      return new HostileVariantContent2(c, path_);
    }
    if (path.endsWith("default")) {
      return new Chain().then("String", new StringBlock(c, int_ - 2, 1, 1, 1, 1, 1,
          slots(int_, x_, path_).within(path).within("String"))).then("Object", new ObjectBlock(c,
          x_, 2));
    }
    return new Chain().then("SE", new SE2(c)).then("se", new Se(c));
  }
}
