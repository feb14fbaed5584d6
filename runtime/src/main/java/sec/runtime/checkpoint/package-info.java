/** Files from which a training can go on. */
@NullMarked
package sec.runtime.checkpoint;

import org.jspecify.annotations.NullMarked;
