package sec.compiler.ir;

import sec.compiler.model.BlockExpression;
import sec.compiler.values.Value;

/** An operator or block as a value, as it was written. */
public interface WrittenBlock extends Value.Operation {

  /** The text; names in it mean what they meant there. */
  BlockExpression written();
}
