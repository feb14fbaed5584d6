package sec.compiler.backend.onnx;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import sec.compiler.weights.Tensor;

/**
 * The numbers of stored tensors, one after the other. While one is written a thread of its own
 * reads or computes the next; memory never holds more than these two.
 */
final class ReadAhead implements AutoCloseable {
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("weights").factory());
  private final Iterator<StoredTensor> left;
  private final Deque<Future<Tensor>> coming = new ArrayDeque<>();

  /** Begins with the first of {@code tensors}. */
  ReadAhead(List<StoredTensor> tensors) {
    this.left = tensors.iterator();
    begin();
  }

  private void begin() {
    if (left.hasNext()) {
      coming.add(reader.submit(left.next()::read));
    }
  }

  /**
   * The next one's numbers.
   *
   * @throws java.util.NoSuchElementException if that was all
   */
  Tensor next() throws IOException {
    Future<Tensor> future = coming.remove();
    try {
      Tensor tensor = future.get();
      begin();
      return tensor;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while weights were read", e);
    }
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
