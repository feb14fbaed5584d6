package sec.runtime.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Image files below a folder by their classes, as they are found, and what cannot be used. */
final class FoundFiles {

  /**
   * A file that cannot be used.
   *
   * @param file its path below the folder
   * @param reason why not
   */
  record Fault(String file, String reason) {}

  private final Path root;
  private final SortedMap<String, List<String>> byClass = new TreeMap<>();
  private final List<Fault> faults = new ArrayList<>();

  FoundFiles(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /** Makes a class known, which may have no files. */
  List<String> ofClass(String name) {
    return byClass.computeIfAbsent(name, missing -> new ArrayList<>());
  }

  /** Adds a file, by its path below the root. */
  void add(String className, String file) {
    ofClass(className).add(file);
  }

  void fault(String file, String reason) {
    faults.add(new Fault(file, reason));
  }

  SortedMap<String, List<String>> byClass() {
    return byClass;
  }

  List<Fault> faults() {
    return faults;
  }

  int size() {
    return byClass.values().stream().mapToInt(List::size).sum();
  }
}
