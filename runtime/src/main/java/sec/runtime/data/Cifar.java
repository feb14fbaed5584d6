package sec.runtime.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import sec.compiler.io.FileFailure;
import sec.runtime.data.DataException.Kind;
import sec.runtime.download.RemoteFile;

/**
 * CIFAR-10 and CIFAR-100 in their official binary form: 3 x 32 x 32 photographs.
 *
 * <p>A file is rows of label bytes (CIFAR-10: one; CIFAR-100: the coarse class, then the fine one,
 * which is taken) and 1,024 bytes each of red, green and blue, row after row of the image. The
 * folder of {@link LoadRequest#dataDir()} is the one that holds the files or the one that holds the
 * official folder. The class names are those of the official list if that file is there.
 */
final class Cifar implements ImageDataSource {
  private static final int CHANNELS = 3;
  private static final int SIDE = 32;
  private static final int IMAGE_BYTES = CHANNELS * SIDE * SIDE;

  /**
   * What differs between the two.
   *
   * @param name as users type it
   * @param title as its authors write it
   * @param folder what the official archive holds
   * @param archive the official archive, with its MD5 from the official page
   * @param namesFile the list of the classes
   * @param classNames what it says
   * @param labelBytes at the start of each row, of which the last is the label
   * @param trainFiles the files to learn from
   * @param testFile the file to be judged by
   */
  private record Format(
      String name,
      String title,
      String folder,
      RemoteFile archive,
      String namesFile,
      List<String> classNames,
      int labelBytes,
      List<String> trainFiles,
      String testFile) {

    int rowBytes() {
      return labelBytes + IMAGE_BYTES;
    }

    List<String> files() {
      return Stream.concat(trainFiles.stream(), Stream.of(testFile)).toList();
    }

    String obtain() {
      return "Download "
          + archive.name()
          + " from https://www.cs.toronto.edu/~kriz/cifar.html, unpack it, and pass the unpacked"
          + " folder as --data-dir; or let --download do that, into --data-dir.";
    }

    String unpackAgain() {
      return "Unpack " + archive.name() + " again";
    }

    String obtainAgain() {
      return unpackAgain() + "; if that does not help, download it again.";
    }
  }

  private static final Format TEN =
      new Format(
          "cifar10",
          "CIFAR-10",
          "cifar-10-batches-bin",
          new RemoteFile(
              URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"),
              "c32a1d4ab5d03f1284b67883e8d87530"),
          "batches.meta.txt",
          ClassNames.CIFAR10,
          1,
          Stream.of(1, 2, 3, 4, 5).map(number -> "data_batch_" + number + ".bin").toList(),
          "test_batch.bin");

  private static final Format HUNDRED =
      new Format(
          "cifar100",
          "CIFAR-100",
          "cifar-100-binary",
          new RemoteFile(
              URI.create("https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz"),
              "03b5dce01913d631647c71ecec9e9cb8"),
          "fine_label_names.txt",
          ClassNames.CIFAR100,
          2,
          List.of("train.bin"),
          "test.bin");

  private final Format format;
  private final RemoteFile archive;
  private final int trainRows;
  private final int testRows;

  private Cifar(Format format, RemoteFile archive, int trainRows, int testRows) {
    this.format = format;
    this.archive = archive;
    this.trainRows = trainRows;
    this.testRows = testRows;
  }

  /** Ten classes, 10,000 rows in each file. */
  static Cifar ten() {
    return ten(10_000);
  }

  /** CIFAR-10's format with another number of rows in each file. */
  static Cifar ten(int rowsPerFile) {
    return new Cifar(TEN, TEN.archive, rowsPerFile, rowsPerFile);
  }

  /** A hundred classes, 50,000 rows to learn from and 10,000 to be judged by. */
  static Cifar hundred() {
    return hundred(50_000, 10_000);
  }

  /** CIFAR-100's format with other numbers of rows. */
  static Cifar hundred(int trainRows, int testRows) {
    return new Cifar(HUNDRED, HUNDRED.archive, trainRows, testRows);
  }

  /** The same, fetched from elsewhere. */
  Cifar from(RemoteFile other) {
    return new Cifar(format, other, trainRows, testRows);
  }

  @Override
  public String name() {
    return format.name;
  }

  @Override
  public String description() {
    return format.title
        + " from --data-dir: "
        + format.classNames.size()
        + " classes of photographs, 3x32x32, 50,000 training and 10,000 test images";
  }

  @Override
  public Set<LoadOption> options() {
    return Set.of(LoadOption.FOLDER, LoadOption.DOWNLOAD, LoadOption.SKIP_BAD);
  }

  @Override
  public ImageData load(LoadRequest request) throws DataException {
    Path given =
        request
            .dataDir()
            .orElseThrow(
                () ->
                    new DataException(
                        Kind.MISSING, format.title + " needs a folder. " + format.obtain()));
    boolean there =
        Files.exists(given.resolve(format.folder))
            || missingFrom(given).size() < format.files().size();
    if (request.download() && !there) {
      Fetching.archive(archive, format.folder, given, request);
    }
    Path folder = locate(given);
    List<String> classNames = readClassNames(folder.resolve(format.namesFile));
    Unusable unusable = new Unusable();
    ImageRecords train = readSplit(folder, format.trainFiles, trainRows, unusable);
    ImageRecords test = readSplit(folder, List.of(format.testFile), testRows, unusable);
    unusable.settle(train.size() + test.size(), "images", format.unpackAgain(), request);
    return ImageData.of(name(), classNames, train.split("training"), test.split("testing"));
  }

  /** The folder that holds all files: the given one, or the official one inside it. */
  private Path locate(Path given) throws DataException {
    if (!Files.exists(given)) {
      throw new DataException(
          Kind.MISSING,
          "The " + format.title + " folder " + given + " does not exist. " + format.obtain());
    }
    if (!Files.isDirectory(given)) {
      throw new DataException(
          Kind.CORRUPT,
          given
              + " is not a folder; --data-dir is the folder with the .bin files. "
              + format.obtain());
    }
    Path inside = given.resolve(format.folder);
    boolean parentGiven =
        missingFrom(given).size() == format.files().size() && Files.isDirectory(inside);
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
              "The %s folder %s lacks %d of its %d data files: %s. %s",
              format.title,
              folder,
              missing.size(),
              format.files().size(),
              String.join(", ", missing),
              format.obtain()));
    }
    return folder;
  }

  private List<String> missingFrom(Path folder) {
    return format.files().stream()
        .filter(file -> !Files.isRegularFile(folder.resolve(file)))
        .toList();
  }

  private List<String> readClassNames(Path file) throws DataException {
    if (!Files.isRegularFile(file)) {
      return format.classNames;
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
    if (names.size() != format.classNames.size()) {
      throw new DataException(
          Kind.CORRUPT,
          String.format(
              "%s names %d classes, expected %d, one per line. %s",
              file, names.size(), format.classNames.size(), format.obtainAgain()));
    }
    return names;
  }

  private ImageRecords readSplit(
      Path folder, List<String> files, int rowsPerFile, Unusable unusable) throws DataException {
    ImageRecords images = new ImageRecords(CHANNELS, SIDE, files.size() * rowsPerFile);
    for (String name : files) {
      Path file = folder.resolve(name);
      try {
        checkSize(file, Files.size(file), rowsPerFile);
        readRows(file, rowsPerFile, images, unusable);
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
    return images;
  }

  private void checkSize(Path file, long bytes, int rowsPerFile) throws DataException {
    long expected = (long) rowsPerFile * format.rowBytes();
    if (bytes == expected) {
      return;
    }
    long left = bytes % format.rowBytes();
    throw new DataException(
        Kind.CORRUPT,
        String.format(
            Locale.ROOT,
            "%s has %,d bytes, expected %,d (%,d rows of %,d bytes): it holds %,d whole rows%s. %s",
            file,
            bytes,
            expected,
            rowsPerFile,
            format.rowBytes(),
            bytes / format.rowBytes(),
            left == 0 ? "" : String.format(Locale.ROOT, " and %,d bytes of another", left),
            format.obtainAgain()));
  }

  private void readRows(Path file, int rowsPerFile, ImageRecords images, Unusable unusable)
      throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (int row = 0; row < rowsPerFile; row++) {
        in.skipNBytes(format.labelBytes - 1L);
        int label = in.read();
        if (label < 0
            || in.readNBytes(images.pixels(), images.offset(), IMAGE_BYTES) < IMAGE_BYTES) {
          throw new EOFException("the file ended in row " + row + " while it was read");
        }
        if (label < format.classNames.size()) {
          images.keep(label);
        } else {
          unusable.add(
              "%s: row %d (counted from 0, at byte %d) has the label %d (labels are 0 to %d)"
                  .formatted(
                      file,
                      row,
                      (long) row * format.rowBytes(),
                      label,
                      format.classNames.size() - 1));
        }
      }
    }
  }

  private static DataException unreadable(Path file, IOException cause) {
    return new DataException(Kind.MISSING, FileFailure.message(cause, file.toString()), cause);
  }
}
