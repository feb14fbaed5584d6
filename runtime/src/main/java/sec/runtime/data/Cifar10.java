package sec.runtime.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sec.compiler.io.FileFailure;
import sec.runtime.data.DataException.Kind;

/**
 * CIFAR-10 in its official binary form: 3 x 32 x 32 photographs of ten classes.
 *
 * <p>Five training files and one test file of 10,000 rows each; a row is one label byte (0 to 9)
 * and 1,024 bytes each of red, green and blue, row after row of the image. The folder of {@link
 * LoadRequest#dataDir()} is the one that holds the files or the one that holds {@code
 * cifar-10-batches-bin}. The class names are those of {@code batches.meta.txt} if that file is
 * there.
 */
public final class Cifar10 implements ImageDataSource {
  private static final String FOLDER = "cifar-10-batches-bin";
  private static final String NAMES_FILE = "batches.meta.txt";
  private static final String TEST_FILE = "test_batch.bin";
  private static final List<String> TRAIN_FILES =
      Stream.of(1, 2, 3, 4, 5).map(number -> "data_batch_" + number + ".bin").toList();
  private static final List<String> CLASS_NAMES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  private static final int ROWS_PER_FILE = 10_000;
  private static final int CHANNELS = 3;
  private static final int SIDE = 32;
  private static final int IMAGE_BYTES = CHANNELS * SIDE * SIDE;
  private static final int ROW_BYTES = 1 + IMAGE_BYTES;

  private static final String OBTAIN =
      "Download cifar-10-binary.tar.gz from the CIFAR-10 page"
          + " (https://www.cs.toronto.edu/~kriz/cifar.html), unpack it, and pass the unpacked"
          + " folder as --data-dir.";
  private static final String OBTAIN_AGAIN =
      "Unpack cifar-10-binary.tar.gz again; if that does not help, download it again.";

  private final int rowsPerFile;

  /** The data set with the official 10,000 rows per file. */
  public Cifar10() {
    this(ROWS_PER_FILE);
  }

  /** The same format with another number of rows in each file. */
  Cifar10(int rowsPerFile) {
    this.rowsPerFile = rowsPerFile;
  }

  @Override
  public String name() {
    return "cifar10";
  }

  @Override
  public String description() {
    return "CIFAR-10 from --data-dir: 10 classes of photographs, 3x32x32,"
        + " 50,000 training and 10,000 test images";
  }

  @Override
  public boolean readsDataDir() {
    return true;
  }

  @Override
  public boolean drawsImages() {
    return false;
  }

  @Override
  public ImageData load(LoadRequest request) throws DataException {
    Path given =
        request
            .dataDir()
            .orElseThrow(
                () -> new DataException(Kind.MISSING, "CIFAR-10 needs a folder. " + OBTAIN));
    Path folder = locate(given);
    List<String> classNames = readClassNames(folder.resolve(NAMES_FILE));
    ImageSplit train = readSplit(folder, TRAIN_FILES);
    ImageSplit test = readSplit(folder, List.of(TEST_FILE));
    return ImageData.of(name(), classNames, train, test);
  }

  /** The folder that holds all six files: the given one, or the official one inside it. */
  private static Path locate(Path given) throws DataException {
    if (!Files.exists(given)) {
      throw new DataException(
          Kind.MISSING, "The CIFAR-10 folder " + given + " does not exist. " + OBTAIN);
    }
    if (!Files.isDirectory(given)) {
      throw new DataException(
          Kind.CORRUPT,
          given + " is not a folder; --data-dir is the folder with the .bin files. " + OBTAIN);
    }
    Path inside = given.resolve(FOLDER);
    boolean parentGiven = missingFrom(given).size() == 6 && Files.isDirectory(inside);
    Path folder = parentGiven ? inside : given;
    try {
      // Of a folder that may not be entered all files seem to be missing.
      folder.getFileSystem().provider().checkAccess(folder, AccessMode.EXECUTE);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    List<String> missing = missingFrom(folder);
    if (!missing.isEmpty()) {
      throw new DataException(
          Kind.MISSING,
          String.format(
              "The CIFAR-10 folder %s lacks %d of its 6 data files: %s. %s",
              folder, missing.size(), String.join(", ", missing), OBTAIN));
    }
    return folder;
  }

  private static List<String> missingFrom(Path folder) {
    return Stream.concat(TRAIN_FILES.stream(), Stream.of(TEST_FILE))
        .filter(file -> !Files.isRegularFile(folder.resolve(file)))
        .toList();
  }

  private static List<String> readClassNames(Path file) throws DataException {
    if (!Files.isRegularFile(file)) {
      return CLASS_NAMES;
    }
    List<String> names;
    try {
      // ISO 8859-1 reads any bytes: a file full of garbage is then reported by its count of lines.
      names =
          Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    if (names.size() != CLASS_NAMES.size()) {
      throw new DataException(
          Kind.CORRUPT,
          String.format(
              "%s names %d classes, expected %d, one per line. %s",
              file, names.size(), CLASS_NAMES.size(), OBTAIN_AGAIN));
    }
    return names;
  }

  private ImageSplit readSplit(Path folder, List<String> files) throws DataException {
    int rows = files.size() * rowsPerFile;
    byte[] pixels = new byte[rows * IMAGE_BYTES];
    int[] labels = new int[rows];
    for (int i = 0; i < files.size(); i++) {
      Path file = folder.resolve(files.get(i));
      try {
        checkSize(file, Files.size(file));
        readRows(file, i * rowsPerFile, pixels, labels);
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
    return new ImageSplit(CHANNELS, SIDE, SIDE, pixels, labels);
  }

  private void checkSize(Path file, long bytes) throws DataException {
    long expected = (long) rowsPerFile * ROW_BYTES;
    if (bytes == expected) {
      return;
    }
    long left = bytes % ROW_BYTES;
    throw new DataException(
        Kind.CORRUPT,
        String.format(
            Locale.ROOT,
            "%s has %,d bytes, expected %,d (%,d rows of %,d bytes): it holds %,d whole rows%s. %s",
            file,
            bytes,
            expected,
            rowsPerFile,
            ROW_BYTES,
            bytes / ROW_BYTES,
            left == 0 ? "" : String.format(Locale.ROOT, " and %,d bytes of another", left),
            OBTAIN_AGAIN));
  }

  private void readRows(Path file, int first, byte[] pixels, int[] labels)
      throws IOException, DataException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (int row = 0; row < rowsPerFile; row++) {
        int label = in.read();
        if (label >= CLASS_NAMES.size()) {
          throw new DataException(
              Kind.CORRUPT,
              String.format(
                  "%s: row %d (counted from 0, at byte %d) has the label %d; labels are 0 to %d."
                      + " %s",
                  file, row, (long) row * ROW_BYTES, label, CLASS_NAMES.size() - 1, OBTAIN_AGAIN));
        }
        int offset = (first + row) * IMAGE_BYTES;
        if (label < 0 || in.readNBytes(pixels, offset, IMAGE_BYTES) < IMAGE_BYTES) {
          throw new EOFException("the file ended in row " + row + " while it was read");
        }
        labels[first + row] = label;
      }
    }
  }

  private static DataException unreadable(Path file, IOException cause) {
    return new DataException(Kind.MISSING, FileFailure.message(cause, file.toString()), cause);
  }
}
