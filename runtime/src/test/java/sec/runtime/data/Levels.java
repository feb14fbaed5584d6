package sec.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;

/** An image held to recorded levels. */
public final class Levels {
  private Levels() {}

  /**
   * Fails unless every level is as recorded.
   *
   * @param height rows that were recorded
   * @param width columns that were recorded
   * @param levels in hexadecimal, channel by channel
   * @param most how far a level may be off
   */
  public static void assertNear(
      String height, String width, String levels, int most, Pixels image) {
    assertEquals(Integer.parseInt(height), image.height());
    assertEquals(Integer.parseInt(width), image.width());
    byte[] expected = HexFormat.of().parseHex(levels);
    assertEquals(expected.length, image.length());
    for (int i = 0; i < expected.length; i++) {
      int off = Math.abs(Byte.toUnsignedInt(expected[i]) - Byte.toUnsignedInt(image.bytes()[i]));
      int place = i;
      assertTrue(off <= most, () -> "level " + place + " is off by " + off);
    }
  }
}
