package sec.runtime.pipeline;

import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import sec.runtime.data.SplitMix64;

/**
 * Makes batches ahead of time: while the device is busy with one, workers prepare the next ones.
 * The memory is the same for all epochs. Not for several threads at once.
 */
public final class BatchLoader implements AutoCloseable {
  /** One batch in use, and two under way: one worker can then help with the second. */
  private static final int SLOTS = 3;

  /** Pieces of a batch for each worker: some images take longer than others. */
  private static final int PIECES = 4;

  /** Keeps what is drawn for batches apart from all else that is drawn from a seed. */
  private static final long KEY = 0x6261746368L;

  private final PreparedImages images;
  private final List<Transform.OfBatch> mixers;
  private final IntFunction<int[]> orders;
  private final long seed;
  private final int batchSize;
  private final DataType precision;
  private final int workerCount;
  private final ExecutorService workers;
  private final List<BatchSlot> slots = new ArrayList<>();
  private long waited;
  private @Nullable EpochBatches open;

  /**
   * Readies memory and workers.
   *
   * @param mixers one of which is drawn for each batch; none for unmixed batches
   * @param orders the order of an epoch's images
   * @param seed of all that is drawn
   * @param batchSize images in a batch; an epoch's last one may be smaller
   * @param precision of the arrays of images
   */
  BatchLoader(
      PreparedImages images,
      List<Transform.OfBatch> mixers,
      IntFunction<int[]> orders,
      long seed,
      int batchSize,
      DataType precision,
      int workerCount) {
    this.images = images;
    this.mixers = List.copyOf(mixers);
    this.orders = orders;
    this.seed = seed;
    this.batchSize = Math.min(batchSize, images.size());
    this.precision = precision;
    this.workerCount = workerCount;
    for (int i = 0; i < SLOTS; i++) {
      slots.add(new BatchSlot(images, this.batchSize));
    }
    this.workers =
        Executors.newFixedThreadPool(
            workerCount, Thread.ofPlatform().daemon().name("images-", 0).factory());
  }

  /** How many batches an epoch has. */
  public int batches() {
    return Math.ceilDiv(images.size(), batchSize);
  }

  /**
   * An epoch's batches from one on; to be closed before another epoch is begun.
   *
   * @param epoch from 0
   * @param first the first batch, from 0 to {@link #batches()}
   */
  public EpochBatches epoch(int epoch, int first) {
    if (open != null) {
      throw new IllegalStateException("the epoch before is not closed");
    }
    EpochBatches batches =
        new EpochBatches(
            this, epoch, orders.apply(epoch), first, Collections.unmodifiableList(slots));
    open = batches;
    return batches;
  }

  /** Seconds that {@link EpochBatches#next} has waited for workers, over all epochs. */
  public double secondsWaited() {
    return waited / 1e9;
  }

  DataType precision() {
    return precision;
  }

  void waited(long nanoseconds) {
    waited += nanoseconds;
  }

  void closed(EpochBatches batches) {
    if (open == batches) {
      open = null;
    }
  }

  /** Has a batch made. */
  CompletableFuture<Void> make(BatchSlot slot, int[] order, int epoch, int batch) {
    int start = batch * batchSize;
    int size = Math.min(batchSize, order.length - start);
    int piece = Math.ceilDiv(size, workerCount * PIECES);
    slot.begin(size);
    List<CompletableFuture<Void>> pieces = new ArrayList<>();
    for (int from = 0; from < size; from += piece) {
      int begin = from;
      int end = Math.min(size, from + piece);
      pieces.add(
          CompletableFuture.runAsync(
              () -> slot.fill(order, start, begin, end, seed, epoch), workers));
    }
    CompletableFuture<Void> full =
        CompletableFuture.allOf(pieces.toArray(CompletableFuture<?>[]::new));
    if (mixers.isEmpty() || size == 1) {
      return full;
    }
    SplitMix64 random = SplitMix64.keyed(seed, KEY, epoch, batch);
    Transform.OfBatch mixer = mixers.get(random.nextInt(mixers.size()));
    return full.thenRunAsync(() -> slot.mix(mixer.draw(images.shape(), random)), workers);
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
    }
    workers.shutdownNow();
  }
}
