package sec.runtime.pipeline;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Shape;
import sec.runtime.data.LabelledImages;
import sec.runtime.data.Normalisation;
import sec.runtime.data.NormalisedImages;
import sec.runtime.data.Pixels;
import sec.runtime.data.SplitMix64;

/**
 * Images put through transforms and normalised, one by one; the transforms of whole batches are not
 * its business.
 */
final class PreparedImages implements NormalisedImages {
  /** Keeps what is drawn for images apart from all else that is drawn from a seed. */
  private static final long KEY = 0x696d616765L;

  private final LabelledImages images;
  private final List<Transform> transforms;
  private final Normalisation normalisation;
  private final Shape shape;
  private final ThreadLocal<Pixels> scratch = ThreadLocal.withInitial(Pixels::new);

  /**
   * Prepares images.
   *
   * @throws IllegalArgumentException if the transforms leave images of many sizes
   */
  PreparedImages(LabelledImages images, List<Transform> transforms, Normalisation normalisation) {
    this.images = images;
    this.transforms = List.copyOf(transforms);
    this.normalisation = normalisation;
    Shape result = after(transforms, images.shape());
    if (result == null) {
      throw new IllegalArgumentException("the images still have many sizes");
    }
    this.shape = result;
  }

  /** The shape that transforms lead to; null for many. */
  static @Nullable Shape after(List<Transform> transforms, @Nullable Shape before) {
    Shape shape = before;
    for (Transform transform : transforms) {
      if (transform instanceof Transform.OfPixels ofPixels) {
        shape = ofPixels.after(shape);
      }
    }
    return shape;
  }

  Shape shape() {
    return shape;
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public int imageLength() {
    return Math.toIntExact(shape.size());
  }

  @Override
  public int write(int image, float[] target) {
    return write(image, 0, 0, target);
  }

  /** Writes an image as it is drawn for an epoch. */
  int write(int image, long seed, int epoch, float[] target) {
    Pixels pixels = requireNonNull(scratch.get());
    int label = images.read(image, pixels);
    for (int place = 0; place < transforms.size(); place++) {
      if (transforms.get(place) instanceof Transform.OfPixels ofPixels) {
        ofPixels.apply(pixels, SplitMix64.keyed(seed, KEY, epoch, image, place));
      }
    }
    normalise(pixels, target);
    for (int place = 0; place < transforms.size(); place++) {
      if (transforms.get(place) instanceof Transform.OfNumbers ofNumbers) {
        ofNumbers.apply(target, shape, SplitMix64.keyed(seed, KEY, epoch, image, place));
      }
    }
    return label;
  }

  private void normalise(Pixels pixels, float[] target) {
    byte[] bytes = pixels.bytes();
    int plane = pixels.height() * pixels.width();
    for (int c = 0; c < pixels.channels(); c++) {
      float[] byLevel = normalisation.byLevel(c);
      int end = (c + 1) * plane;
      for (int i = c * plane; i < end; i++) {
        target[i] = byLevel[Byte.toUnsignedInt(bytes[i])];
      }
    }
  }
}
