/** The library's nets, held to what is known of them. */
@NullMarked
package sec.compiler.zoo;

import org.jspecify.annotations.NullMarked;
