package sec.runtime.data;

import java.util.List;
import java.util.Optional;

/** The data sets there are. */
public final class DataSets {

  /** Every data set, the default one first. A new one is added here and nowhere else. */
  private static final List<ImageDataSource> ALL =
      List.of(
          new ProceduralShapes(),
          Cifar.ten(),
          Cifar.hundred(),
          new Svhn(),
          new FolderImages(),
          new FlatNames());

  private DataSets() {}

  /** Every data set, the default one first. */
  public static List<ImageDataSource> all() {
    return ALL;
  }

  /** The data set that needs no files and no network. */
  public static ImageDataSource byDefault() {
    return ALL.getFirst();
  }

  /** The names of all data sets, in the order of {@link #all()}. */
  public static List<String> names() {
    return ALL.stream().map(ImageDataSource::name).toList();
  }

  /** The data set of a name, if there is one; the name's case does matter. */
  public static Optional<ImageDataSource> named(String name) {
    return ALL.stream().filter(source -> source.name().equals(name)).findFirst();
  }
}
