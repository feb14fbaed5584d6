package sec.runtime.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sec.compiler.io.FileFailure;
import sec.runtime.data.DataException.Kind;

/**
 * Images in a folder for each class: {@code train/cat/1.jpg}, {@code val/cat/9.jpg}, or without
 * {@code train} and {@code val}, in which case some of each class are for testing.
 *
 * <p>A class is a folder that holds images; its name is its path, so that folders may lie in
 * folders, as those of Places365 do ({@code a/airfield}). The order of the classes is that of their
 * names. ImageNet unpacked into a folder for each class is such a data set.
 */
final class FolderImages implements ImageDataSource {
  static final String LAYOUT =
      "Expected are train/CLASS/*.jpg and val/CLASS/*.jpg, or CLASS/*.jpg and a --val-share.";

  /** What the images for testing lie in; the first that is there. */
  private static final List<String> TEST_FOLDERS = List.of("val", "validation", "valid", "test");

  private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "jpe", "png", "gif", "bmp");

  @Override
  public String name() {
    return "folder";
  }

  @Override
  public String description() {
    return "images in a folder for each class, in train and val, or split by --val-share";
  }

  @Override
  public Set<LoadOption> options() {
    return EnumSet.of(
        LoadOption.FOLDER, LoadOption.SEED, LoadOption.TEST_SHARE, LoadOption.SKIP_BAD);
  }

  @Override
  public ImageData load(LoadRequest request) throws DataException {
    Path root = folder(request, "A data set of folders needs one. " + LAYOUT);
    Path inside = root.resolve("train");
    Path train = Files.isDirectory(inside) ? inside : root;
    Path test = train.equals(root) ? null : testFolder(root);
    return FileDataSet.of(name(), request, scan(train), test == null ? null : scan(test));
  }

  /** The folder that was asked for. */
  static Path folder(LoadRequest request, String missing) throws DataException {
    Path folder = request.dataDir().orElseThrow(() -> new DataException(Kind.MISSING, missing));
    if (!Files.exists(folder)) {
      throw new DataException(Kind.MISSING, folder + ": there is no such folder. " + missing);
    }
    if (!Files.isDirectory(folder)) {
      throw new DataException(Kind.CORRUPT, folder + " is not a folder. " + missing);
    }
    return folder;
  }

  static @Nullable Path testFolder(Path root) {
    return TEST_FOLDERS.stream()
        .map(root::resolve)
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(null);
  }

  private static FoundFiles scan(Path root) throws DataException {
    FoundFiles found = new FoundFiles(root);
    for (Path child : children(root)) {
      if (Files.isDirectory(child)) {
        scan(child, found);
      } else if (isImage(child)) {
        found.fault(child.getFileName().toString(), "lies outside of the classes' folders");
      }
    }
    return found;
  }

  private static void scan(Path folder, FoundFiles found) throws DataException {
    String className = slashed(found.root().relativize(folder));
    boolean outer = false;
    for (Path child : children(folder)) {
      if (Files.isDirectory(child)) {
        scan(child, found);
        outer = true;
      } else if (isImage(child)) {
        found.add(className, className + "/" + child.getFileName());
      } else {
        found.fault(className + "/" + child.getFileName(), "is no image by its name");
      }
    }
    if (!outer) {
      found.ofClass(className);
    }
  }

  /** What is in a folder, in the order of its names, without what systems hide there. */
  static List<Path> children(Path folder) throws DataException {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> !isHidden(child.getFileName().toString()))
          .sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new DataException(Kind.MISSING, FileFailure.message(e, folder.toString()), e);
    }
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.equals("Thumbs.db") || name.equals("desktop.ini");
  }

  /** Whether a file is an image by its name. */
  static boolean isImage(Path file) {
    String name = file.getFileName().toString();
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
