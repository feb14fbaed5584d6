/** Writing files so that a reader never sees half of one. */
@NullMarked
package sec.compiler.io;

import org.jspecify.annotations.NullMarked;
