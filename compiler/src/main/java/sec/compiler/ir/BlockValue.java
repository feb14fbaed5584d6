package sec.compiler.ir;

import sec.compiler.model.BlockExpression;

/**
 * An operator or block as a value: what was written, and what names meant there.
 *
 * @param written the text
 * @param frame where it was written
 */
record BlockValue(BlockExpression written, Frame frame) implements WrittenBlock {
  @Override
  public String toString() {
    return written.span().text();
  }
}
