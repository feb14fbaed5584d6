/** A network fully elaborated: a tree of instances over a flat graph of primitive operators. */
@NullMarked
package sec.compiler.ir;

import org.jspecify.annotations.NullMarked;
