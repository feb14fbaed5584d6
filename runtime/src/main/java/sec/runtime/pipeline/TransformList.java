package sec.runtime.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.operators.Shape;

/**
 * Transforms as users write them: {@code pad-crop(4) flip erase(chance=0.25)}, names with numbers
 * in parentheses, by position or by name.
 */
public final class TransformList {
  /** No transform at all. */
  public static final TransformList NONE = new TransformList(List.of());

  private static final Pattern ITEM =
      Pattern.compile("\\s*([A-Za-z][A-Za-z0-9-]*)\\s*(?:\\(([^()]*)\\))?\\s*");

  /** A kind and its numbers; null for the side of the network's input. */
  private record Item(TransformKind kind, List<Optional<Double>> numbers) {}

  private final List<Item> items;

  private TransformList(List<Item> items) {
    this.items = items;
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException if it is none, with a message that says how to mend it
   */
  public static TransformList parse(String text) {
    List<Item> items = new ArrayList<>();
    Matcher matcher = ITEM.matcher(text);
    int end = 0;
    while (end < text.length() && matcher.find(end) && matcher.start() == end) {
      items.add(item(matcher.group(1), matcher.group(2)));
      end = matcher.end();
    }
    if (end < text.length() || items.isEmpty()) {
      throw new IllegalArgumentException(
          "\"%s\" is no list of transforms; one looks like 'pad-crop(4) flip'"
              .formatted(text.substring(end)));
    }
    return new TransformList(items);
  }

  private static Item item(String name, @Nullable String numbers) {
    TransformKind kind = Transforms.named(name).orElseThrow(() -> unknown(name));
    List<TransformKind.Parameter> parameters = kind.parameters();
    List<Optional<Double>> given = new ArrayList<>();
    parameters.forEach(parameter -> given.add(Optional.ofNullable(parameter.usual())));
    String[] words = numbers == null || numbers.isBlank() ? new String[0] : numbers.split(",", -1);
    for (int i = 0; i < words.length; i++) {
      String[] named = words[i].split("=", 2);
      int place = named.length == 1 ? i : place(kind, named[0].strip());
      if (place >= parameters.size()) {
        throw new IllegalArgumentException(
            "%s takes at most %d numbers: %s"
                .formatted(kind.name(), parameters.size(), kind.signature()));
      }
      String number = named[named.length - 1].strip();
      given.set(place, Optional.of(parameters.get(place).parse(kind.name(), number)));
    }
    return new Item(kind, given);
  }

  private static int place(TransformKind kind, String name) {
    for (int i = 0; i < kind.parameters().size(); i++) {
      if (kind.parameters().get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "%s has no %s: %s".formatted(kind.name(), name, kind.signature()));
  }

  private static IllegalArgumentException unknown(String name) {
    List<String> names = Transforms.names();
    String help = Suggestion.help(name, names, "there are");
    return new IllegalArgumentException(
        "there is no transform " + name + (help == null ? "" : "; " + help));
  }

  /** The names of those that draw something, and so do not do for test images. */
  public List<String> drawing() {
    Shape any = Shape.of(Transform.OfPixels.COLOURS, 1, 1);
    return items.stream()
        .filter(item -> !(made(item, any) instanceof Transform.Fixed))
        .map(item -> item.kind().name())
        .toList();
  }

  /** Whether a transform needs the size of the network's input. */
  boolean needsSide() {
    return items.stream().anyMatch(item -> item.numbers().stream().anyMatch(Optional::isEmpty));
  }

  /**
   * The transforms.
   *
   * @param input of the network
   * @throws IllegalArgumentException if a square is asked for by a network whose input is none
   */
  List<Transform> transforms(Shape input) {
    return items.stream().map(item -> made(item, input)).toList();
  }

  private static Transform made(Item item, Shape input) {
    double[] numbers = new double[item.numbers().size()];
    Arrays.setAll(
        numbers, i -> item.numbers().get(i).orElseGet(() -> (double) side(item.kind(), input)));
    return item.kind().maker().make(numbers);
  }

  private static int side(TransformKind kind, Shape input) {
    if (input.height() != input.width()) {
      throw new IllegalArgumentException(
          "%s makes squares, and the net takes %s: give its side".formatted(kind.name(), input));
    }
    return input.height();
  }

  /** The list as it can be written, all numbers given; {@link #parse} reads it as the same. */
  @Override
  public String toString() {
    return items.stream().map(TransformList::shown).collect(Collectors.joining(" "));
  }

  private static String shown(Item item) {
    List<String> numbers = new ArrayList<>();
    boolean byPlace = true;
    for (int i = 0; i < item.numbers().size(); i++) {
      Optional<Double> number = item.numbers().get(i);
      if (number.isPresent()) {
        String shown = TransformKind.shown(number.get());
        numbers.add(byPlace ? shown : item.kind().parameters().get(i).name() + "=" + shown);
      } else {
        // What follows a number that is left out would be read in its place.
        byPlace = false;
      }
    }
    String joined = String.join(", ", numbers);
    return item.kind().name() + (joined.isEmpty() ? "" : "(" + joined + ")");
  }
}
