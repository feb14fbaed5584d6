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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sec.runtime.data.DataException.Kind;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;

/** A file that SciPy wrote, by {@code bench/peers/svhn.py}. */
class SvhnTest {
  @TempDir Path folder;
  private byte[] whole;

  @BeforeEach
  void copy() throws IOException {
    try (InputStream in = requireNonNull(SvhnTest.class.getResourceAsStream("svhn.mat"))) {
      whole = in.readAllBytes();
    }
    Files.write(folder.resolve("train_32x32.mat"), whole);
    Files.write(folder.resolve("test_32x32.mat"), whole);
  }

  @Test
  void readsRowsColumnsAndDigits() throws DataException {
    ImageData data = new Svhn().load(LoadRequest.from(folder));
    assertEquals(10, data.classCount());
    int[] labels = IntStream.range(0, 6).map(data.train()::label).toArray();
    assertArrayEquals(new int[] {1, 2, 9, 0, 5, 0}, labels);
    for (int i = 0; i < 6; i++) {
      Pixels image = Images.read(data.test(), i);
      for (int c = 0; c < 3; c++) {
        for (int row = 0; row < 32; row++) {
          for (int column = 0; column < 32; column++) {
            assertEquals((7 * row + 3 * column + 50 * c + i) % 256, image.level(c, row, column));
          }
        }
      }
    }
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    Files.delete(folder.resolve("test_32x32.mat"));
    fails(Kind.MISSING, "test_32x32.mat: there is no such file", "housenumbers");
  }

  @Test
  void saysThatAFileIsDamaged() throws IOException {
    Path file = folder.resolve("test_32x32.mat");
    for (int length : new int[] {0, 10, 128, 150, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      fails(Kind.CORRUPT, "test_32x32.mat", "Download it again");
    }
    Files.writeString(file, "<html>not found</html>".repeat(100));
    fails(Kind.CORRUPT, "test_32x32.mat", "Download it again");
  }

  @Test
  void saysWhichSizesAndLabelsItFound() throws IOException {
    write(Mat5.newMatrix(new int[] {32, 32, 3, 2}, MatlabType.UInt8), 1, 1, 1);
    fails(Kind.CORRUPT, "[32, 32, 3, 2] and 3 digits");
    write(Mat5.newMatrix(new int[] {28, 28, 3, 2}, MatlabType.UInt8), 1, 1);
    fails(Kind.CORRUPT, "[28, 28, 3, 2]");
    write(Mat5.newMatrix(new int[] {32, 32, 3, 2}, MatlabType.UInt8), 11, 11);
    fails(Kind.CORRUPT, "image 0 (counted from 0) has the label 11");
  }

  @Test
  void namesAndCountsImagesThatCannotBeUsedAndGoesOnWithoutThem() throws Exception {
    Matrix images = Mat5.newMatrix(new int[] {32, 32, 3, 9}, MatlabType.UInt8);
    for (int i = 0; i < images.getNumElements(); i++) {
      images.setInt(i, i / (32 * 32 * 3));
    }
    write(images, 0, 1, 11, 2, 200, 10, 0, 0, 0);
    String file = folder.resolve("test_32x32.mat").toString();
    fails(
        Kind.CORRUPT,
        "6 of 15 images cannot be used: " + file + ": image 0 (counted from 0) has the label 0",
        "image 4 (counted from 0) has the label 200 (labels are 1 to 10)",
        "; and 1 more. Download the files again, or ",
        "--skip-bad, which names each");
    List<String> notices = new ArrayList<>();
    LabelledImages test =
        new Svhn().load(LoadRequest.from(folder).skippingBad(notices::add)).test();
    assertEquals("6 of 15 images are left out", notices.removeLast());
    assertEquals(6, notices.size(), notices::toString);
    int[] left = {1, 3, 5};
    assertEquals(left.length, test.size());
    for (int i = 0; i < left.length; i++) {
      assertEquals(new int[] {1, 2, 0}[i], test.label(i));
      assertEquals(left[i], Images.read(test, i).level(2, 31, 31));
    }
  }

  private void write(Matrix images, int... digits) throws IOException {
    Matrix labels = Mat5.newMatrix(digits.length, 1);
    for (int i = 0; i < digits.length; i++) {
      labels.setInt(i, digits[i]);
    }
    try (Mat5File mat = Mat5.newMatFile()) {
      mat.addArray("X", images).addArray("y", labels);
      Mat5.writeToFile(mat, folder.resolve("test_32x32.mat").toFile());
    }
  }

  private void fails(Kind kind, String... parts) {
    DataException e =
        assertThrows(DataException.class, () -> new Svhn().load(LoadRequest.from(folder)));
    assertEquals(kind, e.kind(), e.getMessage());
    for (String part : parts) {
      assertTrue(requireNonNull(e.getMessage()).contains(part), e.getMessage());
    }
  }
}
