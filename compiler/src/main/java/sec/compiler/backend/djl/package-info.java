/** From a network to Java source that needs DJL alone. */
@NullMarked
package sec.compiler.backend.djl;

import org.jspecify.annotations.NullMarked;
