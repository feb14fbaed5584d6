/** What a network means, computed as directly as it is defined: the witness for every backend. */
@NullMarked
package sec.compiler.interpreter;

import org.jspecify.annotations.NullMarked;
