/** Texts, and places in them. */
@NullMarked
package sec.compiler.source;

import org.jspecify.annotations.NullMarked;
