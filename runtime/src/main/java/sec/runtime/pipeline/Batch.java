package sec.runtime.pipeline;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * A batch.
 *
 * @param images (N, C, H, W), normalised
 * @param labels (N), 64-bit integers
 * @param labelValues the same on the host
 * @param mixture what was mixed into the images; null if nothing was
 */
@SuppressWarnings("ArrayRecordComponent") // never compared whole
public record Batch(NDArray images, NDArray labels, int[] labelValues, @Nullable Mixture mixture) {

  /**
   * The other image in each of a mixed batch. The loss is {@code share * CE(labels) + (1 - share) *
   * CE(mixture.labels)}.
   *
   * @param labels (N), 64-bit integers, of the images that were mixed in
   * @param labelValues the same on the host
   * @param share of the first images, from 0 to 1
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Mixture(NDArray labels, int[] labelValues, double share) {}
}
