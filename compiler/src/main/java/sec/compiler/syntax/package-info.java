/** The syntax tree, and the one place that makes it from ANTLR's parse tree. */
@NullMarked
package sec.compiler.syntax;

import org.jspecify.annotations.NullMarked;
