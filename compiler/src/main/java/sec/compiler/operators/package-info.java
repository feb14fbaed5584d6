/**
 * The vocabulary: what every operator is called, takes, computes, costs and means, each said once.
 */
@NullMarked
package sec.compiler.operators;

import org.jspecify.annotations.NullMarked;
