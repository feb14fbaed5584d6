package sec.compiler.model;

import org.jspecify.annotations.Nullable;
import sec.compiler.source.Span;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Type;

/**
 * A parameter of a block, net or variant.
 *
 * @param name its name
 * @param type written, or what its default is
 * @param fallback its default, which may speak of C, H, W and of earlier parameters; null when a
 *     use must give it
 * @param local what stands for it in chains, if it is a value
 * @param span where it is declared
 */
public record Parameter(
    String name, Type type, @Nullable Expression fallback, @Nullable Local local, Span span) {

  /** The same with another default. */
  Parameter withFallback(Expression fallback) {
    return new Parameter(name, type, fallback, local, span);
  }
}
