/** The compiler for {@code .senet}; its packages are the stages of the pipeline. */
@NullMarked
package sec.compiler;

import org.jspecify.annotations.NullMarked;
