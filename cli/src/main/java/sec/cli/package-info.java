/** The command {@code sec}: one class a command, no logic of its own. */
@NullMarked
package sec.cli;

import org.jspecify.annotations.NullMarked;
