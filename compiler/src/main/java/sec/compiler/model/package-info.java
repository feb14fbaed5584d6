/** Declarations with every name resolved; blocks are still blocks. */
@NullMarked
package sec.compiler.model;

import org.jspecify.annotations.NullMarked;
