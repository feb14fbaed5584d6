/**
 * How weights follow their gradients: update rules with PyTorch's exact meaning, and schedules of
 * the learning rate.
 */
@NullMarked
package sec.runtime.optimizers;

import org.jspecify.annotations.NullMarked;
