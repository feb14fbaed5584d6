/**
 * What a trained network is worth, and what it says of single images: accuracy by class, what is
 * taken for what, and whether its probabilities are true.
 */
@NullMarked
package sec.runtime.evaluation;

import org.jspecify.annotations.NullMarked;
