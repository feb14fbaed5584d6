package sec.runtime.data;

import java.util.Arrays;

/**
 * One image, to be changed in place: unsigned bytes, channel after channel, each row after row.
 *
 * <p>It has two buffers that grow as needed. What makes a new image of the old one writes into
 * {@link #draft}, and then {@link #turn} makes the draft the image, so that reading and preparing
 * image after image needs no new memory.
 */
public final class Pixels {
  private byte[] bytes = new byte[0];
  private byte[] draft = new byte[0];
  private int channels;
  private int height;
  private int width;

  /** Makes it an image of this size, of which no byte is settled; all are to be written. */
  public byte[] reset(int channels, int height, int width) {
    draft(channels, height, width);
    turn(channels, height, width);
    return bytes;
  }

  /** Room for another image; the present one stays until {@link #turn}. */
  public byte[] draft(int channels, int height, int width) {
    int length = Math.multiplyExact(Math.multiplyExact(channels, height), width);
    if (draft.length < length) {
      draft = new byte[length];
    }
    return draft;
  }

  /** Makes what {@link #draft} gave, written by now, the image, of the size that was asked for. */
  public void turn(int channels, int height, int width) {
    byte[] kept = bytes;
    bytes = draft;
    draft = kept;
    this.channels = channels;
    this.height = height;
    this.width = width;
  }

  /** The bytes; those beyond {@link #length} mean nothing. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes the image has. */
  public int length() {
    return channels * height * width;
  }

  /** Channels. */
  public int channels() {
    return channels;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** One level, from 0 to 255. */
  public int level(int channel, int row, int column) {
    return Byte.toUnsignedInt(bytes[(channel * height + row) * width + column]);
  }

  /** A copy of the image's bytes. */
  public byte[] toArray() {
    return Arrays.copyOf(bytes, length());
  }
}
