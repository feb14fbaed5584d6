package sec.runtime.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The embedded data set: ten figures on 3 x 32 x 32 colour images, drawn from a seed.
 *
 * <p>It needs no file and no network. Every image shows one figure (disc, ring, square, frame,
 * triangle, cross, star, crescent, stripes or checkers) of random place, size, tilt and colour on a
 * lit, cluttered and noisy background. The class is in the outline alone, of which a linear model
 * of the pixels reads little ({@link SoftmaxRegression} stays below 35 % top-1) and a small
 * convolutional network most.
 *
 * <p>Image {@code i} of a split has the label {@code i % 10} and is a pure function of (seed,
 * split, i): a SplitMix64 stream keyed with those three numbers, and arithmetic that Java defines
 * to the last bit. The seed of {@link LoadRequest#seed()} therefore fixes every byte on every
 * machine.
 */
public final class ProceduralShapes implements ImageDataSource {
  /** The number of training images. */
  public static final int TRAIN_SIZE = 8_000;

  /** The number of test images. */
  public static final int TEST_SIZE = 2_000;

  private static final int TRAIN_KEY = 0;
  private static final int TEST_KEY = 1;
  private static final int IMAGE_LENGTH = 3 * ShapePainter.SIDE * ShapePainter.SIDE;

  private final int trainSize;
  private final int testSize;

  /** The data set in its usual size. */
  public ProceduralShapes() {
    this(TRAIN_SIZE, TEST_SIZE);
  }

  /** The first images of each split; a smaller set is the beginning of a larger one. */
  ProceduralShapes(int trainSize, int testSize) {
    this.trainSize = trainSize;
    this.testSize = testSize;
  }

  @Override
  public String name() {
    return "shapes";
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "embedded: 10 drawn figures, 3x32x32, %,d training and %,d test images, no download",
        trainSize,
        testSize);
  }

  @Override
  public Set<LoadOption> options() {
    return Set.of(LoadOption.SEED);
  }

  @Override
  public ImageData load(LoadRequest request) {
    return ImageData.of(
        name(),
        classNames(),
        draw(request.seed(), TRAIN_KEY, trainSize),
        draw(request.seed(), TEST_KEY, testSize));
  }

  private static List<String> classNames() {
    return Arrays.stream(ShapeClass.values())
        .map(figure -> figure.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static ImageSplit draw(long seed, int splitKey, int size) {
    ShapeClass[] figures = ShapeClass.values();
    byte[] pixels = new byte[size * IMAGE_LENGTH];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = i % figures.length;
      SplitMix64 random = SplitMix64.keyed(seed, splitKey, i);
      ShapePainter.paint(figures[labels[i]], random, pixels, i * IMAGE_LENGTH);
    }
    return new ImageSplit(3, ShapePainter.SIDE, ShapePainter.SIDE, pixels, labels);
  }
}
