package sec.runtime.pipeline;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sec.compiler.operators.Shape;
import sec.runtime.data.DataException;
import sec.runtime.data.EpochOrder;
import sec.runtime.data.ImageData;
import sec.runtime.data.ImageSplit;
import sec.runtime.data.LabelledImages;
import sec.runtime.data.Normalisation;
import sec.runtime.data.Pixels;
import sec.runtime.data.UncheckedDataException;

@Timeout(60)
class BatchLoaderTest {
  private static final int SIZE = 50;
  private static final int BATCH = 16;
  private static final List<Transform> DRAWN =
      List.of(new PadCrop(2), new Flip(0.5), new Mixup(0.5));

  /** What a batch held, on the host. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Seen(float[] images, int[] labels, int[] others, double share) {}

  private final ImageData data = noise();

  private static ImageData noise() {
    byte[] pixels = new byte[SIZE * 3 * 8 * 8];
    new Random(3).nextBytes(pixels);
    int[] labels = IntStream.range(0, SIZE).map(i -> i % 5).toArray();
    ImageSplit split = new ImageSplit(3, 8, 8, pixels, labels);
    return ImageData.of("noise", List.of("a", "b", "c", "d", "e"), split, split);
  }

  private static List<Seen> seen(BatchLoader loader, int epoch, int first) {
    List<Seen> seen = new ArrayList<>();
    try (EpochBatches batches = loader.epoch(epoch, first)) {
      while (batches.hasNext()) {
        try (NDManager manager = NDManager.newBaseManager()) {
          Batch batch = batches.next(manager);
          assertArrayEquals(
              Arrays.stream(batch.labelValues()).asLongStream().toArray(),
              batch.labels().toLongArray());
          Batch.Mixture mixture = batch.mixture();
          seen.add(
              new Seen(
                  batch.images().toFloatArray(),
                  batch.labelValues().clone(),
                  mixture == null ? new int[0] : mixture.labelValues(),
                  mixture == null ? 1 : mixture.share()));
        }
      }
    }
    return seen;
  }

  private static void assertSame(List<Seen> expected, List<Seen> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i).images(), actual.get(i).images());
      assertArrayEquals(expected.get(i).labels(), actual.get(i).labels());
      assertArrayEquals(expected.get(i).others(), actual.get(i).others());
      assertEquals(expected.get(i).share(), actual.get(i).share());
    }
  }

  private BatchLoader loader(List<Transform> transforms, int workers, long seed) {
    return new InputPipeline(data, transforms, List.of(), workers)
        .training(BATCH, seed, DataType.FLOAT32);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void makesTheSameBatchesWithAnyNumberOfWorkers(int workers) {
    try (BatchLoader one = loader(DRAWN, 1, 9);
        BatchLoader many = loader(DRAWN, workers, 9)) {
      for (int epoch = 0; epoch < 3; epoch++) {
        assertSame(seen(one, epoch, 0), seen(many, epoch, 0));
      }
    }
  }

  @Test
  void givesTheRestOfAnEpochFromAnyBatchOn() {
    try (BatchLoader loader = loader(DRAWN, 2, 9)) {
      assertEquals(4, loader.batches());
      List<Seen> whole = seen(loader, 2, 0);
      for (int first = 0; first <= 4; first++) {
        assertSame(whole.subList(first, 4), seen(loader, 2, first));
      }
    }
  }

  @Test
  void drawsAnewForEachEpochAndSeed() {
    try (BatchLoader loader = loader(DRAWN, 2, 9);
        BatchLoader other = loader(DRAWN, 2, 10)) {
      float[] first = seen(loader, 0, 0).getFirst().images();
      assertFalse(Arrays.equals(first, seen(loader, 1, 0).getFirst().images()));
      assertFalse(Arrays.equals(first, seen(other, 0, 0).getFirst().images()));
    }
  }

  /** Without transforms: the images of the epoch's order, normalised, channel by channel. */
  @Test
  void visitsEachImageOnceInTheEpochsOrder() {
    int[] order = EpochOrder.permutation(9, 1, SIZE);
    int next = 0;
    try (BatchLoader loader = loader(List.of(), 2, 9)) {
      for (Seen batch : seen(loader, 1, 0)) {
        for (int i = 0; i < batch.labels().length; i++) {
          Pixels pixels = new Pixels();
          assertEquals(data.train().read(order[next++], pixels), batch.labels()[i]);
          Normalisation normalisation = data.normalisation();
          for (int j = 0; j < 192; j++) {
            float level = Byte.toUnsignedInt(pixels.bytes()[j]) / 255f;
            float expected = (level - normalisation.mean(j / 64)) / normalisation.std(j / 64);
            assertEquals(expected, batch.images()[i * 192 + j], 1e-6f);
          }
        }
      }
    }
    assertEquals(SIZE, next);
  }

  /** Linear, so that each image must be its share of itself and the rest of the one before it. */
  @Test
  void mixesEachImageWithTheOneBeforeIt() {
    try (BatchLoader plain = loader(List.of(), 2, 9);
        BatchLoader mixed = loader(List.of(new Mixup(1)), 2, 9)) {
      List<Seen> own = seen(plain, 0, 0);
      List<Seen> blends = seen(mixed, 0, 0);
      for (int b = 0; b < own.size(); b++) {
        Seen from = own.get(b);
        Seen blend = blends.get(b);
        int size = from.labels().length;
        assertArrayEquals(from.labels(), blend.labels());
        for (int i = 0; i < size; i++) {
          int before = (i + size - 1) % size;
          assertEquals(from.labels()[before], blend.others()[i]);
          for (int j = 0; j < 192; j++) {
            double expected =
                blend.share() * from.images()[i * 192 + j]
                    + (1 - blend.share()) * from.images()[before * 192 + j];
            assertEquals(expected, blend.images()[i * 192 + j], 1e-5);
          }
        }
      }
    }
  }

  @Test
  void testImagesComeInOrderAndUntouched() {
    try (BatchLoader loader = InputPipeline.of(data).testing(20, DataType.FLOAT64)) {
      List<Integer> labels = new ArrayList<>();
      try (EpochBatches batches = loader.epoch(0, 0)) {
        while (batches.hasNext()) {
          try (NDManager manager = NDManager.newBaseManager()) {
            Batch batch = batches.next(manager);
            assertEquals(DataType.FLOAT64, batch.images().getDataType());
            Arrays.stream(batch.labelValues()).forEach(labels::add);
          }
        }
        try (NDManager manager = NDManager.newBaseManager()) {
          assertThrows(NoSuchElementException.class, () -> batches.next(manager));
        }
      }
      assertEquals(IntStream.range(0, SIZE).map(i -> i % 5).boxed().toList(), labels);
    }
  }

  @Test
  void anEpochLeftInTheMidstDoesNotTouchTheNext() {
    try (BatchLoader loader = loader(DRAWN, 3, 9)) {
      List<Seen> whole = seen(loader, 1, 0);
      EpochBatches left = loader.epoch(0, 0);
      assertThrows(IllegalStateException.class, () -> loader.epoch(1, 0));
      try (NDManager manager = NDManager.newBaseManager()) {
        requireNonNull(left.next(manager));
      }
      left.close();
      assertSame(whole, seen(loader, 1, 0));
    }
  }

  /** Images that wait until all those of the next two batches have been asked for. */
  @Test
  void preparesTheNextBatchesWhileOneIsInUse() {
    CountDownLatch ahead = new CountDownLatch(3 * BATCH);
    LabelledImages counting =
        new Watched(data.train()) {
          @Override
          public int read(int image, Pixels target) {
            ahead.countDown();
            return super.read(image, target);
          }
        };
    ImageData watched = ImageData.of("watched", data.classNames(), data.train(), counting);
    try (BatchLoader loader = InputPipeline.of(watched).testing(BATCH, DataType.FLOAT32);
        EpochBatches batches = loader.epoch(0, 0);
        NDManager manager = NDManager.newBaseManager()) {
      batches.next(manager);
      assertTrue(await(ahead));
      assertTrue(loader.secondsWaited() > 0);
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void handsAFailureToWhoAsksForTheBatch() {
    LabelledImages failing =
        new Watched(data.train()) {
          @Override
          public int read(int image, Pixels target) {
            if (image == 20) {
              throw new UncheckedDataException(
                  new DataException(DataException.Kind.CORRUPT, "image 20 is torn"));
            }
            return super.read(image, target);
          }
        };
    ImageData torn =
        new ImageData("torn", data.classNames(), data.train(), failing, data.normalisation());
    try (BatchLoader loader = InputPipeline.of(torn).testing(BATCH, DataType.FLOAT32);
        EpochBatches batches = loader.epoch(0, 0);
        NDManager manager = NDManager.newBaseManager()) {
      batches.next(manager);
      UncheckedDataException e =
          assertThrows(UncheckedDataException.class, () -> batches.next(manager));
      assertEquals("image 20 is torn", e.getCause().getMessage());
    }
  }

  /** Others' images, each look at which can be seen. */
  private static class Watched implements LabelledImages {
    private final LabelledImages images;

    Watched(LabelledImages images) {
      this.images = images;
    }

    @Override
    public int size() {
      return images.size();
    }

    @Override
    public int label(int image) {
      return images.label(image);
    }

    @Override
    public @Nullable Shape shape() {
      return images.shape();
    }

    @Override
    public int read(int image, Pixels target) {
      return images.read(image, target);
    }
  }
}
