/** Writes a network as text again: one net, with nothing left to decide. */
@NullMarked
package sec.compiler.expand;

import org.jspecify.annotations.NullMarked;
