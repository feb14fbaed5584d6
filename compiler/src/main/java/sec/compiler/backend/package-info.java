/** Functions from a network to files. No backend knows another. */
@NullMarked
package sec.compiler.backend;

import org.jspecify.annotations.NullMarked;
