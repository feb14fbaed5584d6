/** What there is to use, for people who ask: declarations, operators, and what codes mean. */
@NullMarked
package sec.compiler.help;

import org.jspecify.annotations.NullMarked;
