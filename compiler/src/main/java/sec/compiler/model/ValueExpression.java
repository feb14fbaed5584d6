package sec.compiler.model;

import sec.compiler.source.Span;
import sec.compiler.syntax.Expression;

/**
 * A bound value given to a parameter of type {@code value}.
 *
 * @param span the word
 * @param local which
 */
public record ValueExpression(Span span, Local local) implements Expression.Resolved {}
