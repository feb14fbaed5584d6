/** Every witness of a network's meaning against the interpreter. */
@NullMarked
package sec.verify;

import org.jspecify.annotations.NullMarked;
