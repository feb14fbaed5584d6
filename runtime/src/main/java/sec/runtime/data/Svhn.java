package sec.runtime.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sec.compiler.io.FileFailure;
import sec.runtime.data.DataException.Kind;
import sec.runtime.download.RemoteFile;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;

/**
 * Street View House Numbers, cropped digits: 3 x 32 x 32 photographs of the digits 0 to 9, in the
 * official MATLAB files {@code train_32x32.mat} and {@code test_32x32.mat}.
 *
 * <p>{@code X} is (rows, columns, channels, images), {@code y} the digits, in which 10 is 0.
 */
final class Svhn implements ImageDataSource {
  private static final String TRAIN_FILE = "train_32x32.mat";
  private static final String TEST_FILE = "test_32x32.mat";
  private static final int SIDE = 32;
  private static final int CHANNELS = 3;
  private static final int IMAGE_BYTES = CHANNELS * SIDE * SIDE;
  private static final int ZERO = 10;

  private static final String OBTAIN =
      "Download train_32x32.mat and test_32x32.mat from http://ufldl.stanford.edu/housenumbers/,"
          + " and pass their folder as --data-dir; or let --download do that, into --data-dir.";

  /** With the MD5 that those who use it have found; its page gives none. */
  private static final List<RemoteFile> OFFICIAL =
      List.of(
          new RemoteFile(
              URI.create("http://ufldl.stanford.edu/housenumbers/train_32x32.mat"),
              "e26dedcc434d2e4c54c9b2d4a06d8373"),
          new RemoteFile(
              URI.create("http://ufldl.stanford.edu/housenumbers/test_32x32.mat"),
              "eb5a983be6a315427106f1b164d9cef3"));

  private final List<RemoteFile> files;

  Svhn() {
    this(OFFICIAL);
  }

  /** The same, fetched from elsewhere. */
  Svhn(List<RemoteFile> files) {
    this.files = files;
  }

  @Override
  public String name() {
    return "svhn";
  }

  @Override
  public String description() {
    return "SVHN's cropped digits from --data-dir: 10 classes, 3x32x32,"
        + " 73,257 training and 26,032 test images";
  }

  @Override
  public Set<LoadOption> options() {
    return Set.of(LoadOption.FOLDER, LoadOption.DOWNLOAD, LoadOption.SKIP_BAD);
  }

  @Override
  public ImageData load(LoadRequest request) throws DataException {
    if (request.download() && request.dataDir().isPresent()) {
      Fetching.files(files, request.dataDir().get(), request);
    }
    Path folder = FolderImages.folder(request, "SVHN needs a folder. " + OBTAIN);
    Unusable unusable = new Unusable();
    ImageRecords train = read(folder.resolve(TRAIN_FILE), unusable);
    ImageRecords test = read(folder.resolve(TEST_FILE), unusable);
    unusable.settle(train.size() + test.size(), "images", "Download the files again", request);
    return ImageData.of(name(), ClassNames.DIGITS, train.split("training"), test.split("testing"));
  }

  private static ImageRecords read(Path file, Unusable unusable) throws DataException {
    if (!Files.isRegularFile(file)) {
      throw new DataException(Kind.MISSING, file + ": there is no such file. " + OBTAIN);
    }
    try (Source source = Sources.openFile(file.toFile());
        Mat5File mat = Mat5.newReader(source).readMat()) {
      Matrix images = mat.getMatrix("X");
      Matrix digits = mat.getMatrix("y");
      checkSizes(file, images.getDimensions(), digits.getNumElements());
      return records(file, images, digits, unusable);
    } catch (IOException e) {
      throw Files.isReadable(file)
          ? damaged(file, String.valueOf(e.getMessage()), e)
          : new DataException(Kind.MISSING, FileFailure.message(e, file.toString()), e);
    } catch (RuntimeException e) {
      // How the library says that a matrix is not there, or another thing than it should be.
      throw damaged(file, e.toString(), e);
    }
  }

  private static DataException damaged(Path file, String what, Exception cause) {
    return new DataException(
        Kind.CORRUPT, file + " cannot be read as SVHN: " + what + ". Download it again.", cause);
  }

  private static void checkSizes(Path file, int[] sizes, int digits) throws DataException {
    boolean fits =
        sizes.length == 4
            && sizes[0] == SIDE
            && sizes[1] == SIDE
            && sizes[2] == CHANNELS
            && sizes[3] == digits
            && digits > 0;
    if (!fits) {
      throw new DataException(
          Kind.CORRUPT,
          String.format(
              Locale.ROOT,
              "%s holds images of %s and %,d digits; expected are [32, 32, 3, N] and N. %s",
              file,
              Arrays.toString(sizes),
              digits,
              OBTAIN));
    }
  }

  private static ImageRecords records(Path file, Matrix images, Matrix digits, Unusable unusable) {
    int count = digits.getNumElements();
    ImageRecords records = new ImageRecords(CHANNELS, SIDE, count);
    for (int i = 0; i < count; i++) {
      int digit = digits.getInt(i);
      if (digit >= 1 && digit <= ZERO) {
        copy(images, i, records.pixels(), records.offset());
        records.keep(digit % ZERO);
      } else {
        unusable.add(
            "%s: image %d (counted from 0) has the label %d (labels are 1 to %d)"
                .formatted(file, i, digit, ZERO));
      }
    }
    return records;
  }

  /** MATLAB's first index runs fastest: row, then column, then channel. */
  private static void copy(Matrix images, int image, byte[] pixels, int offset) {
    int next = offset;
    for (int c = 0; c < CHANNELS; c++) {
      for (int row = 0; row < SIDE; row++) {
        for (int column = 0; column < SIDE; column++) {
          pixels[next++] = images.getByte(image * IMAGE_BYTES + (c * SIDE + column) * SIDE + row);
        }
      }
    }
  }
}
