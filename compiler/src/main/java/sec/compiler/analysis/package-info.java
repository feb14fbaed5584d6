/** Functions of a network: what it costs. */
@NullMarked
package sec.compiler.analysis;

import org.jspecify.annotations.NullMarked;
