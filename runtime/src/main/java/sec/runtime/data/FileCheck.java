package sec.runtime.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import sec.compiler.io.FileFailure;

/**
 * Whether an image file can be used. The quick way looks at the file's first and last bytes, which
 * is fast even for a million files, and decodes only those that do not begin and end like whole
 * ones.
 */
final class FileCheck {
  private static final int HEAD = 4;
  private static final int TAIL = 8;
  private static final byte[] JPEG_HEAD = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] JPEG_TAIL = {(byte) 0xff, (byte) 0xd9};
  private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G'};

  /** The end of a PNG: the name of its last chunk, which is empty, and its checksum. */
  private static final byte[] PNG_TAIL = {'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};

  private FileCheck() {}

  /** What is wrong with a file, as far as its ends show; nothing if it is sound. */
  static Optional<String> fault(Path file) {
    try {
      return looksWhole(file) ? Optional.empty() : faultInside(file);
    } catch (IOException e) {
      return Optional.of(said(e));
    }
  }

  /** What is wrong with a file, which is decoded to see it; nothing if it is sound. */
  static Optional<String> faultInside(Path file) {
    try {
      ImageFile.read(file, new Pixels());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(said(e));
    }
  }

  /** What is wrong, without the file's name, which the reader has seen. */
  static String said(IOException failure) {
    return failure.getClass() == IOException.class || failure instanceof javax.imageio.IIOException
        ? String.valueOf(failure.getMessage())
        : FileFailure.message(failure, "the file");
  }

  private static boolean looksWhole(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      if (size < HEAD + TAIL) {
        return false;
      }
      byte[] head = part(channel, 0, HEAD);
      byte[] tail = part(channel, size - TAIL, TAIL);
      boolean jpeg =
          Arrays.equals(Arrays.copyOf(head, JPEG_HEAD.length), JPEG_HEAD)
              && Arrays.equals(Arrays.copyOfRange(tail, TAIL - JPEG_TAIL.length, TAIL), JPEG_TAIL);
      return jpeg || (Arrays.equals(head, PNG_HEAD) && Arrays.equals(tail, PNG_TAIL));
    }
  }

  private static byte[] part(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
      // A read may bring less than was asked for.
    }
    return bytes.array();
  }
}
