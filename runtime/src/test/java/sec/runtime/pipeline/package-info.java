@NullMarked
package sec.runtime.pipeline;

import org.jspecify.annotations.NullMarked;
