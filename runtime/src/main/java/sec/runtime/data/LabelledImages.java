package sec.runtime.data;

import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Shape;

/**
 * Images with one label each, in memory or read from files when they are needed.
 *
 * <p>May be read by several threads at once.
 */
public interface LabelledImages {

  /** The number of images, at least 1. */
  int size();

  /**
   * The label of an image, from 0.
   *
   * @throws IndexOutOfBoundsException if there is no such image
   */
  int label(int image);

  /** The shape that all images have; null if they are of many sizes. */
  @Nullable Shape shape();

  /**
   * Reads an image.
   *
   * @param target receives it, whatever it held before
   * @return its label; that of another image where one that cannot be read is replaced
   * @throws UncheckedDataException if its file cannot be read
   * @throws IndexOutOfBoundsException if there is no such image
   */
  int read(int image, Pixels target);
}
