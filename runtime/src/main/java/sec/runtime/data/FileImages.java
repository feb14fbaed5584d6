package sec.runtime.data;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Shape;
import sec.runtime.data.DataException.Kind;

/** Images of many sizes in files, each decoded when it is read. */
final class FileImages implements LabelledImages {
  private final Path root;
  private final List<String> files;
  private final int[] labels;
  private final boolean replaces;
  private final Consumer<String> notice;
  private final Set<Integer> replaced = ConcurrentHashMap.newKeySet();

  /**
   * Images below a folder.
   *
   * @param files paths below the root
   * @param labels one each
   * @param replaces whether to put the next sound image in the place of one that cannot be read
   * @param notice told of each such image
   */
  FileImages(
      Path root, List<String> files, int[] labels, boolean replaces, Consumer<String> notice) {
    this.root = root;
    this.files = List.copyOf(files);
    this.labels = labels.clone();
    this.replaces = replaces;
    this.notice = notice;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public int label(int image) {
    return labels[image];
  }

  @Override
  public @Nullable Shape shape() {
    return null;
  }

  Path file(int image) {
    return root.resolve(files.get(image));
  }

  @Override
  public int read(int image, Pixels target) {
    for (int further = 0; ; further++) {
      int index = (image + further) % size();
      try {
        ImageFile.read(file(index), target);
        return labels[index];
      } catch (IOException e) {
        replace(index, further, e);
      }
    }
  }

  private void replace(int image, int further, IOException cause) {
    String what = file(image) + ": " + FileCheck.said(cause);
    if (!replaces || further + 1 == size()) {
      Kind kind = cause instanceof NoSuchFileException ? Kind.MISSING : Kind.CORRUPT;
      throw new UncheckedDataException(
          new DataException(
              kind,
              what
                  + ". Mend or remove it, or start again with --skip-bad, which goes on without such"
                  + " images.",
              cause));
    }
    if (replaced.add(image)) {
      notice.accept(what + "; the next image takes its place (the " + replaced.size() + ". such)");
    }
  }
}
