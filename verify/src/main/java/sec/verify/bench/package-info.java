/** How long networks take to answer, side by side. */
@NullMarked
package sec.verify.bench;

import org.jspecify.annotations.NullMarked;
