/**
 * The labelled images a network trains on: the data sets, how they are read or drawn, the order in
 * which an epoch visits them, and the linear baseline a network has to beat.
 *
 * <p>Everything here is plain Java and deterministic: the same seed gives the same bytes, the same
 * order and the same baseline on every machine.
 */
@NullMarked
package sec.runtime.data;

import org.jspecify.annotations.NullMarked;
