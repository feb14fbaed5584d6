/** Texts beside what the compiler makes of them. */
@NullMarked
package sec.compiler.corpus;

import org.jspecify.annotations.NullMarked;
