/** The one layout of a text: a small tree of its own between the parse tree and the lines. */
@NullMarked
package sec.compiler.syntax.format;

import org.jspecify.annotations.NullMarked;
