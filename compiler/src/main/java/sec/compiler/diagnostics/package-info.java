/** What is wrong with a text, as data; the rendering for people is beside it. */
@NullMarked
package sec.compiler.diagnostics;

import org.jspecify.annotations.NullMarked;
