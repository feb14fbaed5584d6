package sec.runtime.pipeline;

import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Shape;
import sec.runtime.data.Pixels;
import sec.runtime.data.SplitMix64;

/**
 * What is done to images on their way into a network. Each kind is a record that is listed in
 * {@link Transforms}; all are immutable, and used by several threads at once.
 */
public sealed interface Transform {

  /** Changes an image's bytes, before it is normalised. */
  non-sealed interface OfPixels extends Transform {
    /** What images of many sizes have in common: red, green, blue. */
    int COLOURS = 3;

    /**
     * Changes an image.
     *
     * @param random what is drawn comes from here and nowhere else
     */
    void apply(Pixels image, SplitMix64 random);

    /**
     * The shape of what becomes of an image.
     *
     * @param before null if images come in many sizes
     * @return null if they still have many
     */
    default @Nullable Shape after(@Nullable Shape before) {
      return before;
    }
  }

  /** Draws nothing, and so does for test images, too. */
  interface Fixed extends OfPixels {
    /** Changes an image. */
    void apply(Pixels image);

    @Override
    default void apply(Pixels image, SplitMix64 random) {
      apply(image);
    }
  }

  /** Changes an image's numbers once it is normalised: 0 is the data's mean. */
  non-sealed interface OfNumbers extends Transform {
    /**
     * Changes an image.
     *
     * @param numbers of an image of that shape, channel after channel, each row after row
     */
    void apply(float[] numbers, Shape shape, SplitMix64 random);
  }

  /** Mixes the images of a batch, each with its neighbour. */
  non-sealed interface OfBatch extends Transform {
    /** What is done with this batch. */
    Mix draw(Shape shape, SplitMix64 random);
  }
}
