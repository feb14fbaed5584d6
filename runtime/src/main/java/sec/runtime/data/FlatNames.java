package sec.runtime.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Images whose names begin with their class, as those of Dogs vs. Cats: {@code cat.123.jpg}. */
final class FlatNames implements ImageDataSource {
  private static final String LAYOUT =
      "Expected are files like cat.123.jpg, or train/cat.123.jpg and val/cat.124.jpg.";

  private static final Pattern NAME = Pattern.compile("(\\D.*?)[._-]?\\d+\\.[A-Za-z]+");

  @Override
  public String name() {
    return "flat";
  }

  @Override
  public String description() {
    return "images named after their class: cat.123.jpg, in train and val, or split by --val-share";
  }

  @Override
  public Set<LoadOption> options() {
    return FileDataSet.OPTIONS;
  }

  @Override
  public ImageData load(LoadRequest request) throws DataException {
    Path root =
        FolderImages.folder(request, "Images named after their class need a folder. " + LAYOUT);
    Path inside = root.resolve("train");
    Path train = Files.isDirectory(inside) ? inside : root;
    Path folder = train.equals(root) ? null : FolderImages.testFolder(root);
    FoundFiles test = folder == null ? null : scan(folder);
    // The images to be submitted in a contest have numbers and no names.
    boolean labelled = test != null && !test.byClass().isEmpty();
    return FileDataSet.of(name(), request, scan(train), labelled ? test : null);
  }

  private static FoundFiles scan(Path root) throws DataException {
    FoundFiles found = new FoundFiles(root);
    for (Path child : FolderImages.children(root)) {
      String file = child.getFileName().toString();
      Matcher matcher = NAME.matcher(file);
      if (Files.isDirectory(child)) {
        found.fault(file, "is a folder; --data folder takes a folder for each class");
      } else if (!FolderImages.isImage(child)) {
        found.fault(file, "is no image by its name");
      } else if (!matcher.matches()) {
        found.fault(file, "names no class; one looks like cat.123.jpg");
      } else {
        found.add(matcher.group(1), file);
      }
    }
    return found;
  }
}
