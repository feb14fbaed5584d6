package sec.runtime.runs;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import sec.runtime.training.EpochMetrics;
import sec.runtime.training.Evaluation;
import sec.runtime.training.TrainingListener;

/**
 * Curves for TensorBoard: a file of records, each an {@code Event} of TensorBoard's {@code
 * event.proto}. A record is its length, the length's checksum, itself, and its checksum; the names
 * and numbers of the fields are those of the public files {@code event.proto} and {@code
 * summary.proto}.
 */
final class EventFile implements TrainingListener {
  private static final String VERSION = "brain.Event:2";

  // Fields of Event, SessionLog, Summary and Summary.Value.
  private static final int WALL_TIME = 1;
  private static final int STEP = 2;
  private static final int FILE_VERSION = 3;
  private static final int SUMMARY = 5;
  private static final int SESSION_LOG = 7;
  private static final int STATUS = 1;
  private static final int STATUS_START = 1;
  private static final int VALUE = 1;
  private static final int TAG = 1;
  private static final int SIMPLE_VALUE = 2;

  private final Path folder;
  private @Nullable FileChannel channel;
  private long step;

  EventFile(Path folder) {
    this.folder = folder;
  }

  @Override
  public void started(int epochs, int imagesPerEpoch) {
    step = 0;
  }

  @Override
  public void resumed(long steps, List<EpochMetrics> epochs) {
    step = steps;
  }

  @Override
  public void stepDone(int epoch, long images, Evaluation train) {
    step++;
  }

  @Override
  public void epochDone(EpochMetrics metrics) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("loss/train", metrics.train().loss());
    values.put("loss/test", metrics.test().loss());
    values.put("top1/train", metrics.train().top1());
    values.put("top1/test", metrics.test().top1());
    values.put("top5/test", metrics.test().top5());
    values.put("learning_rate", metrics.learningRate());
    values.put("images_per_second", metrics.imagesPerSecond());
    try {
      FileChannel open = open();
      for (Map.Entry<String, Double> value : values.entrySet()) {
        write(open, SUMMARY, summary(value.getKey(), value.getValue().floatValue()));
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void ended() {
    FileChannel open = channel;
    channel = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException("TensorBoard's events in " + folder + " cannot be written", e);
  }

  /**
   * A file of this process's own: TensorBoard reads all of a folder, in the order of their names,
   * and forgets what is later than the begin of a session.
   */
  private FileChannel open() throws IOException {
    FileChannel open = channel;
    if (open == null) {
      String name =
          "events.out.tfevents.%d.%d.sec"
              .formatted(System.currentTimeMillis() / 1000, ProcessHandle.current().pid());
      open =
          FileChannel.open(
              folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      channel = open;
      write(open, FILE_VERSION, ByteString.copyFromUtf8(VERSION));
      ByteString.Output session = ByteString.newOutput();
      CodedOutputStream out = CodedOutputStream.newInstance(session);
      out.writeEnum(STATUS, STATUS_START);
      out.flush();
      write(open, SESSION_LOG, session.toByteString());
    }
    return open;
  }

  private static ByteString summary(String tag, float value) throws IOException {
    ByteString.Output bytes = ByteString.newOutput();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeString(TAG, tag);
    out.writeFloat(SIMPLE_VALUE, value);
    out.flush();
    ByteString.Output summary = ByteString.newOutput();
    out = CodedOutputStream.newInstance(summary);
    out.writeBytes(VALUE, bytes.toByteString());
    out.flush();
    return summary.toByteString();
  }

  private void write(FileChannel open, int field, ByteString content) throws IOException {
    ByteString.Output event = ByteString.newOutput();
    CodedOutputStream out = CodedOutputStream.newInstance(event);
    out.writeDouble(WALL_TIME, System.currentTimeMillis() / 1e3);
    out.writeInt64(STEP, step);
    out.writeBytes(field, content);
    out.flush();
    byte[] bytes = event.toByteString().toByteArray();
    ByteBuffer record =
        ByteBuffer.allocate(bytes.length + 2 * Integer.BYTES + Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(bytes.length);
    record
        .putInt(checksum(record.array(), Long.BYTES))
        .put(bytes)
        .putInt(checksum(bytes, bytes.length));
    record.flip();
    while (record.hasRemaining()) {
      open.write(record);
    }
  }

  /** CRC-32C, turned and shifted, as the format has it so that checksums can be checksummed. */
  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    int value = (int) crc.getValue();
    return Integer.rotateRight(value, 15) + 0xa282ead8;
  }
}
