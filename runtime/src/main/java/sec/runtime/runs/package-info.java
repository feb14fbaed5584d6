/** The record of a training: its folder, and everything that is written there. */
@NullMarked
package sec.runtime.runs;

import org.jspecify.annotations.NullMarked;
