/** The values of the language's expressions: exact rationals, truth values, strings, lists. */
@NullMarked
package sec.compiler.values;

import org.jspecify.annotations.NullMarked;
