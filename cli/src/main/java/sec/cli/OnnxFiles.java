package sec.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Which targets are ONNX models. */
final class OnnxFiles {
  private static final String ENDING = ".onnx";

  private OnnxFiles() {}

  /** By the name. */
  static boolean isOne(String target) {
    return target.toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  /** The file of that name, which must be there. */
  static Path require(String target) throws InputException {
    try {
      Path file = Path.of(target);
      if (!Files.isRegularFile(file)) {
        throw new InputException("there is no file " + target);
      }
      return file;
    } catch (InvalidPathException e) {
      throw new InputException(target + " is no name of a file");
    }
  }
}
