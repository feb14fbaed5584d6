/**
 * What makes a trained network cheaper to run without changing what it computes: passes over its
 * nodes and weights, each of which can be left out.
 */
@NullMarked
package sec.compiler.inference;

import org.jspecify.annotations.NullMarked;
