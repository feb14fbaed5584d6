package sec.runtime.data;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that Pillow wrote and read, by {@code bench/peers/images.py}. */
class ImageFileTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private static List<String> recorded() throws IOException {
    try (InputStream in = open("images.csv")) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }

  private static InputStream open(String name) {
    return requireNonNull(ImageFileTest.class.getResourceAsStream(name), name);
  }

  private Path file(String name) throws IOException {
    try (InputStream in = open("images/" + name)) {
      return Files.write(folder.resolve(name), in.readAllBytes());
    }
  }

  /** Name, height, width, how far levels may be off, levels. */
  @TestFactory
  Stream<DynamicTest> readsWhatPillowReads() throws IOException {
    return recorded().stream()
        .map(line -> line.split(",", -1))
        .map(cells -> DynamicTest.dynamicTest(cells[0], () -> check(cells)));
  }

  private void check(String[] cells) throws IOException {
    Pixels pixels = new Pixels();
    ImageFile.read(file(cells[0]), pixels);
    assertEquals(3, pixels.channels());
    Levels.assertNear(cells[1], cells[2], cells[4], Integer.parseInt(cells[3]), pixels);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rgb.jpg", "rgb.png", "cmyk.jpg", "palette.gif"})
  void saysThatAFileIsCutShort(String name) throws IOException {
    Path whole = file(name);
    byte[] bytes = Files.readAllBytes(whole);
    assertTrue(FileCheck.fault(whole).isEmpty());
    for (double part : new double[] {0.02, 0.3, 0.6, 0.9}) {
      Path cut = folder.resolve("cut-" + name);
      Files.write(cut, Arrays.copyOf(bytes, (int) (part * bytes.length)));
      assertThrows(IOException.class, () -> ImageFile.read(cut, new Pixels()), name + " " + part);
      assertTrue(FileCheck.fault(cut).isPresent());
    }
  }

  /** Random damage is told as such or leads to some image, and never to another exception. */
  @ParameterizedTest
  @ValueSource(strings = {"rgb.jpg", "rgb.png", "cmyk.jpg", "palette.gif", "turned.jpg"})
  void damageIsNoMistakeOfOurs(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(file(name));
    Pixels pixels = new Pixels();
    int refused = 0;
    for (int draw = 0; draw < 300; draw++) {
      SplitMix64 random = SplitMix64.keyed(1, draw);
      byte[] damaged = bytes.clone();
      for (int i = 0; i < 1 + draw % 5; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        ImageFile.read(Files.write(folder.resolve("damaged"), damaged), pixels);
      } catch (IOException e) {
        refused++;
      }
    }
    assertTrue(refused > 0);
  }

  @Test
  void saysWhatIsNoImage() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.jpg"));
    assertEquals("the file is empty", FileCheck.fault(empty).orElseThrow());
    Path text = Files.writeString(folder.resolve("text.jpg"), "no image at all, but a text\n");
    assertEquals("the file is no JPEG, PNG, GIF or BMP", FileCheck.fault(text).orElseThrow());
    assertEquals(
        "the file: there is no such file or folder",
        FileCheck.fault(folder.resolve("none.jpg")).orElseThrow());
  }

  @Test
  void turnsAnImageAsItsCameraWasHeld() {
    // 1 2 3
    // 4 5 6
    String[] upright = {
      "123456", "321654", "654321", "456123", "142536", "415263", "635241", "362514"
    };
    for (int orientation = 1; orientation <= 8; orientation++) {
      Pixels image = new Pixels();
      byte[] bytes = image.reset(2, 2, 3);
      for (int i = 0; i < 12; i++) {
        bytes[i] = (byte) (1 + i);
      }
      Orientation.apply(orientation, image);
      assertEquals(orientation < 5 ? 2 : 3, image.height());
      byte[] expected = new byte[12];
      for (int i = 0; i < 12; i++) {
        expected[i] = (byte) (upright[orientation - 1].charAt(i % 6) - '0' + i / 6 * 6);
      }
      assertArrayEquals(expected, image.toArray(), "orientation " + orientation);
    }
  }
}
