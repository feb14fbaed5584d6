/**
 * From a data set's images to the batches that a network is given: transforms, drawn and applied by
 * workers ahead of time, in plain arrays.
 *
 * <p>What is drawn for an image is a function of (seed, epoch, image, place of the transform) and
 * what is drawn for a batch one of (seed, epoch, batch), so that the batches are the same for any
 * number of workers, and from any batch on.
 */
@NullMarked
package sec.runtime.pipeline;

import org.jspecify.annotations.NullMarked;
