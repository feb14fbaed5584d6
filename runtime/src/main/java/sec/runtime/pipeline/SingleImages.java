package sec.runtime.pipeline;

import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Shape;
import sec.runtime.data.LabelledImages;
import sec.runtime.data.Normalisation;
import sec.runtime.data.Pixels;

/** Makes images of any size, which belong to no data set, a network's input. */
public final class SingleImages {
  private final TransformList preparation;
  private final Shape input;
  private final Normalisation normalisation;

  /**
   * A preparation.
   *
   * @param preparation transforms; where they leave many sizes, images are scaled and cropped to
   *     the input first
   * @param input of the network
   * @param normalisation the one it was trained with
   */
  public SingleImages(TransformList preparation, Shape input, Normalisation normalisation) {
    this.preparation = preparation;
    this.input = input;
    this.normalisation = normalisation;
  }

  /**
   * The input for an image.
   *
   * @return channel after channel, each row after row
   * @throws IllegalArgumentException if the transforms lead to another size than the input's
   */
  public float[] prepare(Pixels image) {
    PreparedImages prepared =
        new PreparedImages(
            new One(image), InputPipeline.fitted(preparation, null, input), normalisation);
    if (!prepared.shape().equals(input)) {
      throw new IllegalArgumentException(
          "images come out as %s, and the net takes %s".formatted(prepared.shape(), input));
    }
    float[] numbers = new float[prepared.imageLength()];
    prepared.write(0, numbers);
    return numbers;
  }

  /** An image that nobody says the class of. */
  private record One(Pixels image) implements LabelledImages {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public int label(int number) {
      return 0;
    }

    @Override
    public @Nullable Shape shape() {
      return null;
    }

    @Override
    public int read(int number, Pixels target) {
      byte[] room = target.reset(image.channels(), image.height(), image.width());
      System.arraycopy(image.bytes(), 0, room, 0, image.length());
      return 0;
    }
  }
}
