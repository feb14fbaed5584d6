package sec.runtime.data;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sec.runtime.data.DataException.Kind;

class CifarTest {
  private static final int ROWS = 4;
  private static final int ROW_BYTES = 3073;

  private final Cifar cifar = Cifar.ten(ROWS);

  @TempDir Path parent;
  private Path folder;

  @BeforeEach
  void writeTinyFiles() throws IOException {
    folder = Files.createDirectory(parent.resolve("cifar-10-batches-bin"));
    for (int file = 1; file <= 5; file++) {
      Files.write(folder.resolve("data_batch_" + file + ".bin"), rows(file));
    }
    Files.write(folder.resolve("test_batch.bin"), rows(6));
  }

  /** Row r of file f has the label (f + r) % 10, its red 10 f + r, its green 100, its blue 200. */
  private static byte[] rows(int file) {
    byte[] bytes = new byte[ROWS * ROW_BYTES];
    for (int row = 0; row < ROWS; row++) {
      int start = row * ROW_BYTES;
      bytes[start] = (byte) ((file + row) % 10);
      Arrays.fill(bytes, start + 1, start + 1025, (byte) (10 * file + row));
      Arrays.fill(bytes, start + 1025, start + 2049, (byte) 100);
      Arrays.fill(bytes, start + 2049, start + 3073, (byte) 200);
    }
    return bytes;
  }

  @Test
  void readsEveryFileInOrder() throws DataException {
    ImageData data = cifar.load(LoadRequest.from(folder));
    assertEquals(5 * ROWS, data.train().size());
    assertEquals(ROWS, data.test().size());
    for (int i = 0; i < data.train().size(); i++) {
      int file = 1 + i / ROWS;
      int row = i % ROWS;
      assertEquals((file + row) % 10, data.train().label(i));
      assertEquals(10 * file + row, Images.read(data.train(), i).level(0, 0, 0));
      assertEquals(10 * file + row, Images.read(data.train(), i).level(0, 31, 31));
      assertEquals(100, Images.read(data.train(), i).level(1, 0, 0));
      assertEquals(200, Images.read(data.train(), i).level(2, 31, 31));
    }
    assertEquals(63, Images.read(data.test(), 3).level(0, 16, 16));
    assertEquals(100 / 255f, data.normalisation().mean(1), 1e-6f);
  }

  @Test
  void acceptsTheFolderAroundTheOfficialOne() throws DataException {
    assertEquals(ROWS, cifar.load(LoadRequest.from(parent)).test().size());
  }

  @Test
  void takesTheClassNamesFromTheirFileIfItIsThere() throws Exception {
    assertEquals("airplane", cifar.load(LoadRequest.from(folder)).classNames().getFirst());
    Files.writeString(folder.resolve("batches.meta.txt"), "A\nb\nc\nd\ne\nf\ng\nh\ni\nJ\n\n");
    List<String> names = cifar.load(LoadRequest.from(folder)).classNames();
    assertEquals(List.of("A", "b", "c", "d", "e", "f", "g", "h", "i", "J"), names);
    Files.writeString(folder.resolve("batches.meta.txt"), "a\nb\n");
    fails(Kind.CORRUPT, folder, "batches.meta.txt", "names 2 classes, expected 10");
  }

  @Test
  void saysThatAFolderIsNeeded() {
    DataException e = assertThrows(DataException.class, () -> cifar.load(LoadRequest.seeded(1)));
    assertEquals(Kind.MISSING, e.kind());
    assertTrue(requireNonNull(e.getMessage()).contains("--data-dir"), e.getMessage());
  }

  @Test
  void saysThatTheFolderIsNotThereOrNotAFolder() throws IOException {
    fails(Kind.MISSING, parent.resolve("nowhere"), "nowhere does not exist", "--data-dir");
    Path file = Files.createFile(parent.resolve("cifar-10-binary.tar.gz"));
    fails(Kind.CORRUPT, file, "cifar-10-binary.tar.gz is not a folder", "unpack it");
  }

  @Test
  void listsTheFilesThatAreMissing() throws IOException {
    Files.delete(folder.resolve("data_batch_2.bin"));
    Files.delete(folder.resolve("test_batch.bin"));
    String list = "lacks 2 of its 6 data files: data_batch_2.bin, test_batch.bin.";
    fails(Kind.MISSING, folder, folder.toString(), list, "cifar-10-binary.tar.gz");
    fails(Kind.MISSING, parent, folder.toString(), list);
  }

  @Test
  void listsAllFilesOfAnEmptyFolder() throws IOException {
    fails(Kind.MISSING, Files.createDirectory(parent.resolve("empty")), "lacks 6 of its 6");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3 * ROW_BYTES, 4 * ROW_BYTES - 1, 4 * ROW_BYTES + 1, 5 * ROW_BYTES})
  void saysHowManyBytesAreThereAndHowManyWereExpected(int bytes) throws IOException {
    Path file = folder.resolve("data_batch_3.bin");
    Files.write(file, Arrays.copyOf(rows(3), bytes));
    fails(
        Kind.CORRUPT,
        folder,
        file.toString(),
        String.format(Locale.ROOT, "has %,d bytes, expected 12,292 (4 rows of 3,073 bytes)", bytes),
        "holds " + bytes / ROW_BYTES + " whole rows",
        "download it again");
  }

  @Test
  void saysWhichRowHasALabelOutOfRange() throws IOException {
    byte[] rows = rows(6);
    rows[2 * ROW_BYTES] = (byte) 200;
    Path file = folder.resolve("test_batch.bin");
    Files.write(file, rows);
    fails(Kind.CORRUPT, folder, file.toString(), "row 2 ", "byte 6146", "label 200");
    rows[2 * ROW_BYTES] = 10;
    Files.write(file, rows);
    fails(Kind.CORRUPT, folder, "label 10 (labels are 0 to 9)");
  }

  @Test
  void namesAndCountsRowsThatCannotBeUsedAndGoesOnWithoutThem() throws Exception {
    for (int file = 1; file <= 3; file++) {
      byte[] rows = rows(file);
      rows[0] = 11;
      rows[2 * ROW_BYTES] = 12;
      Files.write(folder.resolve("data_batch_" + file + ".bin"), rows);
    }
    byte[] tested = rows(6);
    tested[3 * ROW_BYTES] = 13;
    Files.write(folder.resolve("test_batch.bin"), tested);
    fails(
        Kind.CORRUPT,
        folder,
        "7 of 24 images cannot be used: " + folder.resolve("data_batch_1.bin") + ": row 0 ",
        "data_batch_3.bin: row 0 ",
        "; and 2 more. Unpack cifar-10-binary.tar.gz again, or ",
        "--skip-bad, which names each");

    List<String> notices = new ArrayList<>();
    ImageData data = cifar.load(LoadRequest.from(folder).skippingBad(notices::add));
    assertEquals("7 of 24 images are left out", notices.removeLast());
    assertEquals(7, notices.size(), notices::toString);
    assertTrue(notices.getLast().contains("test_batch.bin: row 3 "), notices::toString);
    List<Integer> reds = new ArrayList<>();
    for (int i = 0; i < data.train().size(); i++) {
      int red = Images.read(data.train(), i).level(0, 31, 31);
      reds.add(red);
      assertEquals((red / 10 + red % 10) % 10, data.train().label(i));
    }
    assertEquals(List.of(11, 13, 21, 23, 31, 33, 40, 41, 42, 43, 50, 51, 52, 53), reds);
    assertEquals(3, data.test().size());
  }

  @Test
  void saysThatNoImageIsLeft() throws Exception {
    byte[] rows = rows(6);
    for (int row = 0; row < ROWS; row++) {
      rows[row * ROW_BYTES] = 99;
    }
    Files.write(folder.resolve("test_batch.bin"), rows);
    LoadRequest request = LoadRequest.from(folder).skippingBad(notice -> {});
    DataException e = assertThrows(DataException.class, () -> cifar.load(request));
    assertEquals(Kind.CORRUPT, e.kind());
    assertTrue(
        requireNonNull(e.getMessage()).startsWith("None of the 4 images for testing can be used"));
  }

  @Test
  void saysThatAFileCannotBeRead() {
    File file = folder.resolve("test_batch.bin").toFile();
    assumeTrue(
        file.setReadable(false) && !file.canRead(), "this user or file system reads every file");
    fails(Kind.MISSING, folder, "permission denied: " + file);
  }

  @Test
  void expectsTheOfficialNumberOfRowsUnlessToldOtherwise() {
    LoadRequest request = LoadRequest.from(folder);
    DataException e = assertThrows(DataException.class, () -> Cifar.ten().load(request));
    assertTrue(requireNonNull(e.getMessage()).contains("expected 30,730,000"), e.getMessage());
  }

  /** Rows of a coarse label, a fine one, and an image. */
  private static byte[] hundredRows(int rows) {
    byte[] bytes = new byte[rows * 3074];
    for (int row = 0; row < rows; row++) {
      bytes[row * 3074] = 7;
      bytes[row * 3074 + 1] = (byte) (99 - row);
      Arrays.fill(bytes, row * 3074 + 2, row * 3074 + 1026, (byte) (10 + row));
    }
    return bytes;
  }

  @Test
  void takesTheFineLabelsOfAHundredClasses() throws Exception {
    Path inside = Files.createDirectory(parent.resolve("cifar-100-binary"));
    Files.write(inside.resolve("train.bin"), hundredRows(6));
    Files.write(inside.resolve("test.bin"), hundredRows(2));
    ImageData data = Cifar.hundred(6, 2).load(LoadRequest.from(parent));
    assertEquals(100, data.classCount());
    assertEquals("apple", data.classNames().getFirst());
    assertEquals("worm", data.classNames().getLast());
    assertEquals(6, data.train().size());
    for (int row = 0; row < 6; row++) {
      assertEquals(99 - row, data.train().label(row));
      assertEquals(10 + row, Images.read(data.train(), row).level(0, 31, 31));
      assertEquals(0, Images.read(data.train(), row).level(1, 0, 0));
    }
    byte[] wrong = hundredRows(2);
    wrong[3075] = 100;
    Files.write(inside.resolve("test.bin"), wrong);
    DataException e =
        assertThrows(DataException.class, () -> Cifar.hundred(6, 2).load(LoadRequest.from(inside)));
    assertTrue(requireNonNull(e.getMessage()).contains("label 100 (labels are 0 to 99)"));
  }

  private void fails(Kind kind, Path dataDir, String... parts) {
    LoadRequest request = LoadRequest.from(dataDir);
    DataException e = assertThrows(DataException.class, () -> cifar.load(request));
    assertEquals(kind, e.kind(), e.getMessage());
    for (String part : parts) {
      assertTrue(requireNonNull(e.getMessage()).contains(part), e.getMessage());
    }
  }
}
