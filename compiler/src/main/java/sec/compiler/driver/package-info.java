/** The front door: from what a person names on a command line to checked files and networks. */
@NullMarked
package sec.compiler.driver;

import org.jspecify.annotations.NullMarked;
