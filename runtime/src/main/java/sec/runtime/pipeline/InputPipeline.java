package sec.runtime.pipeline;

import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Shape;
import sec.runtime.data.EpochOrder;
import sec.runtime.data.ImageData;
import sec.runtime.data.LabelledImages;
import sec.runtime.data.NormalisedImages;

/** A data set and how its images become a network's input. */
public final class InputPipeline {
  /** More than these wait for the disk and the memory, not for processors. */
  private static final int MOST_WORKERS = 8;

  /** In the place of the network's input where none is needed. */
  private static final Shape ANY = Shape.of(Transform.OfPixels.COLOURS, 1, 1);

  private final ImageData data;
  private final List<Transform> augmentation;
  private final List<Transform> preparation;
  private final TransformList written;
  private final int workers;
  private final Shape shape;

  /**
   * A pipeline.
   *
   * @param augmentation what training images go through
   * @param preparation what test images go through
   * @param workers threads that prepare images, at least 1; no influence on what they make
   * @throws IllegalArgumentException if training and test images come out in different sizes, or in
   *     many
   */
  public InputPipeline(
      ImageData data, List<Transform> augmentation, List<Transform> preparation, int workers) {
    this(data, augmentation, preparation, TransformList.NONE, workers);
  }

  private InputPipeline(
      ImageData data,
      List<Transform> augmentation,
      List<Transform> preparation,
      TransformList written,
      int workers) {
    this.data = data;
    this.augmentation = List.copyOf(augmentation);
    this.preparation = List.copyOf(preparation);
    this.written = written;
    this.workers = workers;
    this.shape = prepared(data.train(), this.augmentation).shape();
    Shape tested = prepared(data.test(), this.preparation).shape();
    if (!shape.equals(tested)) {
      throw new IllegalArgumentException(
          "training images come out as " + shape + ", test images as " + tested);
    }
    if (workers < 1) {
      throw new IllegalArgumentException("at least 1 worker, not " + workers);
    }
  }

  /**
   * A pipeline from lists that users write. Where the images have many sizes and a list does not
   * bring them to one, they are scaled and cropped to the network's input first.
   *
   * @param input of the network
   * @throws IllegalArgumentException if a list does not lead to one size, or they lead to two
   */
  public static InputPipeline of(
      ImageData data,
      TransformList augmentation,
      TransformList preparation,
      Shape input,
      int workers) {
    return new InputPipeline(
        data,
        fitted(augmentation, data.shape(), input),
        fitted(preparation, data.shape(), input),
        preparation,
        workers);
  }

  /** The transforms of a list, after others if it leaves images of many sizes as they are. */
  static List<Transform> fitted(TransformList list, @Nullable Shape images, Shape input) {
    List<Transform> transforms = list.transforms(input);
    if (PreparedImages.after(transforms, images) != null) {
      return transforms;
    }
    List<Transform> all = new ArrayList<>();
    all.add(new Resize(input.height(), input.width()));
    all.add(new CentreCrop(input.height(), input.width()));
    all.addAll(transforms);
    return all;
  }

  /**
   * The shape of what a list makes of images, where that does not depend on the network.
   *
   * @return null if the network has to say
   */
  public static @Nullable Shape shape(ImageData data, TransformList list) {
    Shape images = data.shape();
    if (images == null) {
      return list.needsSide() ? null : PreparedImages.after(list.transforms(ANY), null);
    }
    return PreparedImages.after(list.transforms(images), images);
  }

  /** Images of one size, normalised and nothing else. */
  public static InputPipeline of(ImageData data) {
    return new InputPipeline(data, List.of(), List.of(), usualWorkers());
  }

  /** One worker for each processor, up to eight. */
  public static int usualWorkers() {
    return Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
  }

  /** The data set. */
  public ImageData data() {
    return data;
  }

  /** What test images go through, as the user wrote it; none if transforms were given as such. */
  public TransformList preparation() {
    return written;
  }

  /** What a network is given: channels, height, width. */
  public Shape shape() {
    return shape;
  }

  /**
   * The training images, shuffled and augmented anew in each epoch.
   *
   * @param batchSize images in a batch, at least 1
   * @param seed of all that is drawn
   * @param precision of the arrays of images
   */
  public BatchLoader training(int batchSize, long seed, DataType precision) {
    int size = data.train().size();
    return new BatchLoader(
        prepared(data.train(), augmentation),
        augmentation.stream()
            .filter(Transform.OfBatch.class::isInstance)
            .map(Transform.OfBatch.class::cast)
            .toList(),
        epoch -> EpochOrder.permutation(seed, epoch, size),
        seed,
        batchSize,
        precision,
        workers);
  }

  /**
   * The test images, in their order, as one epoch.
   *
   * @param batchSize images in a batch, at least 1
   * @param precision of the arrays of images
   */
  public BatchLoader testing(int batchSize, DataType precision) {
    int[] order = new int[data.test().size()];
    Arrays.setAll(order, i -> i);
    return new BatchLoader(
        prepared(data.test(), preparation),
        List.of(),
        epoch -> order,
        0,
        batchSize,
        precision,
        workers);
  }

  /** Images prepared as test images are, one by one. */
  public NormalisedImages plain(LabelledImages images) {
    return prepared(images, preparation);
  }

  /** The training images as they are drawn for an epoch, one by one and unmixed. */
  public NormalisedImages augmented(long seed, int epoch) {
    PreparedImages images = prepared(data.train(), augmentation);
    return new NormalisedImages() {
      @Override
      public int size() {
        return images.size();
      }

      @Override
      public int imageLength() {
        return images.imageLength();
      }

      @Override
      public int write(int image, float[] target) {
        return images.write(image, seed, epoch, target);
      }
    };
  }

  private PreparedImages prepared(LabelledImages images, List<Transform> transforms) {
    return new PreparedImages(images, transforms, data.normalisation());
  }
}
