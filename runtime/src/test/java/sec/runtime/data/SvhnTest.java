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
    write(Mat5.newMatrix(new int[] {32, 32, 3, 2}, MatlabType.UInt8), 3, 1);
    fails(Kind.CORRUPT, "[32, 32, 3, 2] and 3 digits");
    write(Mat5.newMatrix(new int[] {28, 28, 3, 2}, MatlabType.UInt8), 2, 1);
    fails(Kind.CORRUPT, "[28, 28, 3, 2]");
    write(Mat5.newMatrix(new int[] {32, 32, 3, 2}, MatlabType.UInt8), 2, 11);
    fails(Kind.CORRUPT, "image 0 (counted from 0) has the label 11");
  }

  private void write(Matrix images, int digits, int label) throws IOException {
    Matrix labels = Mat5.newMatrix(digits, 1);
    for (int i = 0; i < digits; i++) {
      labels.setInt(i, label);
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
