/** Tables of numbers, for people and for programs: one model, and a renderer for each format. */
@NullMarked
package sec.compiler.table;

import org.jspecify.annotations.NullMarked;
