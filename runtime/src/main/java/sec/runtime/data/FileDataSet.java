package sec.runtime.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sec.runtime.data.DataException.Kind;

/** A data set of the image files that a layout has found. */
final class FileDataSet {
  /** What a user may say of one, whatever its layout. */
  static final Set<LoadOption> OPTIONS =
      Collections.unmodifiableSet(
          EnumSet.of(
              LoadOption.FOLDER, LoadOption.SEED, LoadOption.TEST_SHARE, LoadOption.SKIP_BAD));

  /** What is kept for testing where neither folders nor the user say it. */
  static final double USUAL_TEST_SHARE = 0.2;

  private final String name;
  private final LoadRequest request;
  private final FoundFiles train;
  private final FoundFiles test;

  private FileDataSet(String name, LoadRequest request, FoundFiles train, FoundFiles test) {
    this.name = name;
    this.request = request;
    this.train = train;
    this.test = test;
  }

  /**
   * A data set.
   *
   * @param test null if some of {@code found} are for testing
   * @throws DataException if there are no two classes, no images, or images that cannot be used
   */
  static ImageData of(String name, LoadRequest request, FoundFiles found, @Nullable FoundFiles test)
      throws DataException {
    if (test == null) {
      FoundFiles kept = new FoundFiles(found.root());
      FoundFiles tested = new FoundFiles(found.root());
      split(found, request, kept, tested);
      return new FileDataSet(name, request, kept, tested).load();
    }
    if (request.testShare().isPresent()) {
      throw new DataException(
          Kind.CORRUPT,
          "--val-share splits a folder, and "
              + found.root()
              + " and "
              + test.root()
              + " are split already; leave it out.");
    }
    return new FileDataSet(name, request, found, test).load();
  }

  /** Class by class, so that both parts have the same proportions. */
  private static void split(
      FoundFiles found, LoadRequest request, FoundFiles train, FoundFiles test) {
    double share = request.testShare().orElse(USUAL_TEST_SHARE);
    found.faults().forEach(fault -> train.fault(fault.file(), fault.reason()));
    int number = 0;
    for (Map.Entry<String, List<String>> ofClass : found.byClass().entrySet()) {
      List<String> files = ofClass.getValue();
      int[] order = EpochOrder.permutation(request.seed(), number++, files.size());
      long tested = Math.round(share * files.size());
      boolean[] isTested = new boolean[files.size()];
      IntStream.of(order).limit(tested).forEach(i -> isTested[i] = true);
      train.ofClass(ofClass.getKey());
      for (int i = 0; i < files.size(); i++) {
        (isTested[i] ? test : train).add(ofClass.getKey(), files.get(i));
      }
    }
  }

  private ImageData load() throws DataException {
    List<String> classes = List.copyOf(train.byClass().keySet());
    if (classes.size() < 2) {
      throw new DataException(
          Kind.CORRUPT,
          "%s has %s, and at least two are needed: %s"
              .formatted(
                  train.root(),
                  classes.isEmpty() ? "no class" : "one class, " + classes.getFirst(),
                  FolderImages.LAYOUT));
    }
    refuseUnknown();
    train.byClass().forEach((known, files) -> checkAny(known, files));
    Unusable unusable = new Unusable();
    check(train, FileCheck::fault, unusable);
    // An image that takes the place of another would count twice in what a net is judged by.
    check(test, request.skipBad() ? FileCheck::faultInside : FileCheck::fault, unusable);
    unusable.settle(train.size() + test.size(), "files", "Mend or remove them", request);
    try {
      return ImageData.of(
          name,
          classes,
          images(train, classes, "training", request.skipBad()),
          images(test, classes, "testing", false));
    } catch (UncheckedDataException e) {
      throw e.getCause();
    }
  }

  private void refuseUnknown() {
    test.byClass()
        .forEach(
            (tested, files) -> {
              if (!train.byClass().containsKey(tested)) {
                files.forEach(
                    file ->
                        test.fault(file, "its class " + tested + " is none of " + train.root()));
              }
            });
    test.byClass().keySet().retainAll(train.byClass().keySet());
  }

  private void checkAny(String known, List<String> files) {
    if (files.isEmpty() && !test.byClass().containsKey(known)) {
      train.fault(known, "a class without an image");
    }
  }

  /** Takes what cannot be used out of the files, and says what it was, and why. */
  private static void check(
      FoundFiles found, Function<Path, Optional<String>> looking, Unusable unusable) {
    List<String> all = found.byClass().values().stream().flatMap(List::stream).toList();
    Map<String, String> faults =
        all.parallelStream()
            .map(file -> Map.entry(file, looking.apply(found.root().resolve(file))))
            .filter(checked -> checked.getValue().isPresent())
            .collect(Collectors.toMap(Map.Entry::getKey, checked -> checked.getValue().get()));
    for (String file : all) {
      Optional.ofNullable(faults.get(file)).ifPresent(reason -> found.fault(file, reason));
    }
    found.byClass().values().forEach(files -> files.removeIf(faults::containsKey));
    found
        .faults()
        .forEach(fault -> unusable.add(found.root().resolve(fault.file()) + ": " + fault.reason()));
  }

  private LabelledImages images(
      FoundFiles found, List<String> classes, String purpose, boolean replaces)
      throws DataException {
    List<String> files = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int label = 0; label < classes.size(); label++) {
      for (String file : found.byClass().getOrDefault(classes.get(label), List.of())) {
        files.add(file);
        labels.add(label);
      }
    }
    if (files.isEmpty()) {
      throw new DataException(
          Kind.CORRUPT, found.root() + " has no image for " + purpose + ". " + FolderImages.LAYOUT);
    }
    return new FileImages(
        found.root(),
        files,
        labels.stream().mapToInt(Integer::intValue).toArray(),
        replaces,
        request.notice());
  }
}
