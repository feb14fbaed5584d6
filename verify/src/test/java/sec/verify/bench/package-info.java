/** Tests of how races are run and told; no test asserts a time. */
@NullMarked
package sec.verify.bench;

import org.jspecify.annotations.NullMarked;
