package sec.runtime.data;

/** Images as a network reads them: of one size, normalised, the same every time. */
public interface NormalisedImages {

  /** The number of images. */
  int size();

  /** Numbers per image: channels x height x width. */
  int imageLength();

  /**
   * Writes an image, channel after channel, each row after row.
   *
   * @param target receives {@link #imageLength()} numbers
   * @return the image's label
   */
  int write(int image, float[] target);
}
