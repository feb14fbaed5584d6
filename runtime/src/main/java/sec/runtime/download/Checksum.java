package sec.runtime.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** MD5: what the publishers of data sets give. It tells of accidents, and not of forgery. */
final class Checksum {
  private static final int BUFFER = 1 << 16;

  private Checksum() {}

  static String md5(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return md5(channel);
    }
  }

  /**
   * Of a file that is open, and may be locked: to open it another time and close that would give
   * its lock free, as POSIX has it. Where the channel stands does not change.
   */
  static String md5(FileChannel channel) throws IOException {
    MessageDigest digest = digest();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    for (long place = 0; channel.read(buffer, place) >= 0; buffer.clear()) {
      place += buffer.position();
      digest.update(buffer.flip());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
