/** Passes leave what a network computes as it is. */
@NullMarked
package sec.compiler.inference;

import org.jspecify.annotations.NullMarked;
