package sec.runtime.data;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Shape;

/**
 * A loaded data set: what a network learns from and is judged by.
 *
 * @param name the name the data set was asked for by
 * @param classNames one name per label, in label order
 * @param train the images to learn from
 * @param test the images to be judged by, of the same size
 * @param normalisation the training split's channel means and deviations
 */
public record ImageData(
    String name,
    List<String> classNames,
    LabelledImages train,
    LabelledImages test,
    Normalisation normalisation) {

  /**
   * Checks that the parts fit.
   *
   * @throws IllegalArgumentException if there are fewer than two classes, the splits' images differ
   *     in size, the normalisation has another number of channels, or a label names no class
   */
  public ImageData {
    classNames = List.copyOf(classNames);
    if (classNames.size() < 2) {
      throw new IllegalArgumentException("a data set needs two classes, not " + classNames.size());
    }
    Shape shape = train.shape();
    if (!Objects.equals(shape, test.shape())) {
      throw new IllegalArgumentException("training and test images differ in size");
    }
    if (shape != null && normalisation.channels() != shape.channels()) {
      throw new IllegalArgumentException(
          shape.channels() + " channels, but a normalisation of " + normalisation.channels());
    }
    checkLabels("training", train, classNames.size());
    checkLabels("test", test, classNames.size());
  }

  /**
   * A data set normalised by its own training split.
   *
   * @throws IllegalArgumentException as the constructor does
   */
  public static ImageData of(
      String name, List<String> classNames, LabelledImages train, LabelledImages test) {
    return new ImageData(name, classNames, train, test, Normalisation.of(train));
  }

  /** The number of classes, at least 2. */
  public int classCount() {
    return classNames.size();
  }

  /** The shape that all images have; null if they are of many sizes. */
  public @Nullable Shape shape() {
    return train.shape();
  }

  private static void checkLabels(String role, LabelledImages split, int classes) {
    for (int i = 0; i < split.size(); i++) {
      if (split.label(i) >= classes) {
        throw new IllegalArgumentException(
            role + " image " + i + " has the label " + split.label(i) + " of " + classes);
      }
    }
  }
}
