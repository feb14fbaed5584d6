/** Passes leave what a network computes as it is. */
@NullMarked
package sec.compiler.ir;

import org.jspecify.annotations.NullMarked;
