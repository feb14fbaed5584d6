package sec.compiler.model;

import sec.compiler.source.Span;
import sec.compiler.syntax.Expression;

/**
 * A block as a value: an operator or block with some of its arguments, a parameter that stands for
 * one, or a body. Where it is used, {@code C H W} in it are those of its input there.
 *
 * @param span all of it
 * @param element what a use of it does
 */
public record BlockExpression(Span span, Element element) implements Expression.Resolved {}
