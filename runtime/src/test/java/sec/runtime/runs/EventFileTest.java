package sec.runtime.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sec.runtime.training.EpochMetrics;
import sec.runtime.training.Evaluation;

/** Reads records and fields as TensorBoard does. */
class EventFileTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  @Test
  void hasACurveForEachNumber() throws IOException {
    EventFile events = new EventFile(folder);
    events.started(2, 8);
    events.resumed(40, List.of());
    for (int step = 0; step < 4; step++) {
      events.stepDone(2, 8, new Evaluation(1, 0, 0));
    }
    Evaluation train = new Evaluation(1.5, 0.25, 0.75);
    events.epochDone(
        new EpochMetrics(2, 0.1, train, new Evaluation(1.25, 0.5, 0.875), 2, 100, 0.25));
    events.ended();

    List<String> said = new ArrayList<>();
    for (byte[] record : records(onlyFile())) {
      said.add(event(record));
    }
    assertEquals(
        List.of(
            "brain.Event:2",
            "start at 44",
            "loss/train 1.5 at 44",
            "loss/test 1.25 at 44",
            "top1/train 0.25 at 44",
            "top1/test 0.5 at 44",
            "top5/test 0.875 at 44",
            "learning_rate 0.1 at 44",
            "images_per_second 100.0 at 44"),
        said);
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      assertTrue(file.getFileName().toString().startsWith("events.out.tfevents."), file::toString);
      return file;
    }
  }

  private static List<byte[]> records(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> records = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] length = take(bytes, Long.BYTES);
      assertEquals(masked(length), bytes.getInt());
      long size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
      byte[] record = take(bytes, Math.toIntExact(size));
      assertEquals(masked(record), bytes.getInt());
      records.add(record);
    }
    return records;
  }

  private static byte[] take(ByteBuffer bytes, int count) {
    byte[] taken = new byte[count];
    bytes.get(taken);
    return taken;
  }

  private static int masked(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    long value = crc.getValue();
    return (int) (((value >>> 15 | value << 17) & 0xffffffffL) + 0xa282ead8L);
  }

  /** What an event says; of a summary its one value. */
  private static String event(byte[] record) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(record);
    long step = 0;
    String said = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> assertTrue(in.readDouble() > 1.7e9);
        case 2 -> step = in.readInt64();
        case 3 -> said = in.readString();
        case 5 -> said = value(in.readByteArray()) + " at " + step;
        case 7 -> {
          assertEquals(8, in.readRawVarint32() * 4);
          assertEquals(1 << 3, in.readTag());
          said = (in.readEnum() == 1 ? "start" : "?") + " at " + step;
        }
        default -> throw new IOException("field " + tag);
      }
    }
    return said;
  }

  private static String value(byte[] summary) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(summary);
    assertEquals(1, WireFormat.getTagFieldNumber(in.readTag()));
    CodedInputStream value = CodedInputStream.newInstance(in.readByteArray());
    assertEquals(1, WireFormat.getTagFieldNumber(value.readTag()));
    String name = value.readString();
    assertEquals(2, WireFormat.getTagFieldNumber(value.readTag()));
    return name + " " + value.readFloat();
  }
}
