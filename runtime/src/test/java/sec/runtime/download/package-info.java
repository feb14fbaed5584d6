@NullMarked
package sec.runtime.download;

import org.jspecify.annotations.NullMarked;
