package sec.runtime.pipeline;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import java.util.ArrayDeque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The batches of one epoch, in order. */
public final class EpochBatches implements AutoCloseable {
  private record Made(BatchSlot slot, CompletableFuture<Void> ready) {}

  private final BatchLoader loader;
  private final int epoch;
  private final int[] order;
  private final Queue<Made> underWay = new ArrayDeque<>();
  private int unmade;
  private @Nullable BatchSlot inUse;

  EpochBatches(BatchLoader loader, int epoch, int[] order, int first, List<BatchSlot> slots) {
    this.loader = loader;
    this.epoch = epoch;
    this.order = order;
    this.unmade = first;
    slots.forEach(this::make);
  }

  private void make(BatchSlot slot) {
    if (unmade < loader.batches()) {
      underWay.add(new Made(slot, loader.make(slot, order, epoch, unmade)));
      unmade++;
    }
  }

  /** Whether there is a batch left. */
  public boolean hasNext() {
    return !underWay.isEmpty();
  }

  /**
   * The next batch. The arrays of the one before must be closed by now: their memory is used again.
   *
   * @param manager owns the batch's arrays
   * @throws sec.runtime.data.UncheckedDataException if an image cannot be read
   * @throws NoSuchElementException if there is no batch left
   */
  public Batch next(NDManager manager) {
    if (underWay.isEmpty()) {
      throw new NoSuchElementException("the epoch has no batch left");
    }
    Made made = underWay.remove();
    if (inUse != null) {
      make(inUse);
    }
    inUse = made.slot();
    long begin = System.nanoTime();
    await(made.ready());
    loader.waited(System.nanoTime() - begin);
    return made.slot().arrays(manager, loader.precision());
  }

  private static void await(CompletableFuture<Void> ready) {
    try {
      ready.join();
    } catch (CompletionException e) {
      switch (requireNonNull(e.getCause())) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        default -> throw e;
      }
    }
  }

  /** Gives up the batches that are left. */
  @Override
  public void close() {
    while (!underWay.isEmpty()) {
      // What is begun is finished: its slot is not to be filled by two at once.
      underWay.remove().ready().exceptionally(failure -> null).join();
    }
    inUse = null;
    loader.closed(this);
  }
}
