/** Benchmarks of the compiler itself. */
@NullMarked
package sec.bench;

import org.jspecify.annotations.NullMarked;
