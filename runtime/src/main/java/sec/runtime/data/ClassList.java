package sec.runtime.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sec.compiler.io.FileFailure;
import sec.runtime.data.DataException.Kind;

/**
 * The list of the classes of images that lie in one folder, as ImageNet and Places365 publish their
 * images for testing.
 *
 * <ul>
 *   <li>{@code LOC_val_solution.csv} (ImageNet): a line {@code ILSVRC2012_val_00000001,n01751748 1
 *       2 3 4}, the class first;
 *   <li>{@code val.txt} (ImageNet): {@code ILSVRC2012_val_00000001.JPEG 65}, the number of the
 *       class among all by name;
 *   <li>{@code places365_val.txt}: {@code Places365_val_00000001.jpg 165}, numbers by {@code
 *       categories_places365.txt}: {@code /a/airfield 0}.
 * </ul>
 *
 * @param file the list
 * @param classes by the names of the images' files, without their ending
 */
record ClassList(Path file, Map<String, String> classes) {
  private static final String SOLUTION = "LOC_val_solution.csv";
  private static final List<String> NUMBERED = List.of("places365_val.txt", "val.txt");
  private static final String CATEGORIES = "categories_places365.txt";
  private static final Pattern SOLVED = Pattern.compile("([^,]+),(\\S+).*");
  private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\d{1,9})");

  /**
   * The list in a folder, if there is one.
   *
   * @param known the classes by name
   */
  static Optional<ClassList> find(Path folder, List<String> known) throws DataException {
    Path solution = folder.resolve(SOLUTION);
    if (Files.isRegularFile(solution)) {
      return Optional.of(solved(solution));
    }
    for (String name : NUMBERED) {
      Path list = folder.resolve(name);
      if (Files.isRegularFile(list)) {
        return Optional.of(numbered(list, categories(folder.resolve(CATEGORIES), known)));
      }
    }
    return Optional.empty();
  }

  /** An image's class; nothing if the list does not name it. */
  Optional<String> of(String image) {
    return Optional.ofNullable(classes.get(stem(image)));
  }

  private static ClassList solved(Path file) throws DataException {
    Map<String, String> classes = new HashMap<>();
    for (String line : lines(file)) {
      Matcher matcher = SOLVED.matcher(line);
      if (!matcher.matches()) {
        throw wrong(file, line, "an image, a comma, its class");
      }
      // The first line says what the columns are; no image has its name.
      classes.put(stem(matcher.group(1)), matcher.group(2));
    }
    return new ClassList(file, classes);
  }

  private static ClassList numbered(Path file, List<String> byNumber) throws DataException {
    Map<String, String> classes = new HashMap<>();
    for (String line : lines(file)) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw wrong(file, line, "an image and the number of its class");
      }
      int number = Integer.parseInt(matcher.group(2));
      if (number >= byNumber.size()) {
        throw wrong(
            file, line, String.format(Locale.ROOT, "a number from 0 to %,d", byNumber.size() - 1));
      }
      classes.put(stem(matcher.group(1)), byNumber.get(number));
    }
    return new ClassList(file, classes);
  }

  /** The classes in the order of their numbers. */
  private static List<String> categories(Path file, List<String> known) throws DataException {
    if (!Files.isRegularFile(file)) {
      return known;
    }
    List<String> lines = lines(file);
    String[] names = new String[lines.size()];
    Arrays.fill(names, "");
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches() || Integer.parseInt(matcher.group(2)) >= names.length) {
        throw wrong(file, line, "a class and its number");
      }
      names[Integer.parseInt(matcher.group(2))] = matcher.group(1).replaceFirst("^/", "");
    }
    return List.of(names);
  }

  private static List<String> lines(Path file) throws DataException {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new DataException(Kind.MISSING, FileFailure.message(e, file.toString()), e);
    }
  }

  private static DataException wrong(Path file, String line, String expected) {
    return new DataException(Kind.CORRUPT, "%s: \"%s\" is not %s".formatted(file, line, expected));
  }

  private static String stem(String image) {
    int dot = image.lastIndexOf('.');
    return dot < 0 ? image : image.substring(0, dot);
  }
}
