/** From generated Java source to a block that can be trained, without a file on disk. */
@NullMarked
package sec.runtime.compile;

import org.jspecify.annotations.NullMarked;
