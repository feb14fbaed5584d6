/** Training and judging networks: what can be trained, the loop, its numbers, and where they go. */
@NullMarked
package sec.runtime.training;

import org.jspecify.annotations.NullMarked;
