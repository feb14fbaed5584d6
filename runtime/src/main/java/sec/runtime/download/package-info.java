/** Fetching files that others publish: with a checksum, and from where it was cut off. */
@NullMarked
package sec.runtime.download;

import org.jspecify.annotations.NullMarked;
