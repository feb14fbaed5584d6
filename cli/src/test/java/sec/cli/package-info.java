@NullMarked
package sec.cli;

import org.jspecify.annotations.NullMarked;
