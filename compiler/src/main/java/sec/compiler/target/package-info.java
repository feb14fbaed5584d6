/**
 * The front door: from what a person names on a command line to checked files and networks.
 */
@NullMarked
package sec.compiler.target;

import org.jspecify.annotations.NullMarked;
