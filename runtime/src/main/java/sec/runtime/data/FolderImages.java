package sec.runtime.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
 * names. ImageNet and Places365 are read as they are published, too: with their images for testing
 * in one folder, and a {@link ClassList}.
 */
final class FolderImages implements ImageDataSource {
  static final String LAYOUT =
      "Expected are train/CLASS/*.jpg and val/CLASS/*.jpg, or CLASS/*.jpg and a --val-share.";

  /** What the images to learn from lie in; the first that is there. */
  private static final List<String> TRAIN_FOLDERS =
      List.of("train", "ILSVRC/Data/CLS-LOC/train", "data_256", "data_256_standard", "data_large");

  /** What the images for testing lie in; the first that is there. */
  private static final List<String> TEST_FOLDERS =
      List.of(
          "val", "validation", "valid", "test", "ILSVRC/Data/CLS-LOC/val", "val_256", "val_large");

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
    return FileDataSet.OPTIONS;
  }

  @Override
  public ImageData load(LoadRequest request) throws DataException {
    Path root = folder(request, "A data set of folders needs one. " + LAYOUT);
    Path inside = first(root, TRAIN_FOLDERS);
    FoundFiles train = scan(inside == null ? root : inside);
    Path test = inside == null ? null : testFolder(root);
    return FileDataSet.of(
        name(), request, train, test == null ? null : scanTest(root, test, train));
  }

  /** Folders of classes, or images in one folder of which a list says the classes. */
  private static FoundFiles scanTest(Path root, Path test, FoundFiles train) throws DataException {
    Optional<ClassList> list = ClassList.find(root, List.copyOf(train.byClass().keySet()));
    if (list.isEmpty() || children(test).stream().anyMatch(Files::isDirectory)) {
      return scan(test);
    }
    FoundFiles found = new FoundFiles(test);
    for (Path child : children(test)) {
      String file = child.getFileName().toString();
      list.get()
          .of(file)
          .ifPresentOrElse(
              known -> found.add(known, file),
              () -> found.fault(file, "is not in " + list.get().file()));
    }
    return found;
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
    return first(root, TEST_FOLDERS);
  }

  private static @Nullable Path first(Path root, List<String> folders) {
    return folders.stream().map(root::resolve).filter(Files::isDirectory).findFirst().orElse(null);
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
