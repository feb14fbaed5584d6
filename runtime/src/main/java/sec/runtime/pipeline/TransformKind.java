package sec.runtime.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind of transform, as users name it.
 *
 * @param name lower-case letters and dashes
 * @param doc one line: what it does
 * @param parameters its numbers, in order
 * @param maker makes one of the numbers
 */
record TransformKind(String name, String doc, List<Parameter> parameters, Maker maker) {

  /** Makes a transform. */
  @FunctionalInterface
  interface Maker {
    /** Makes one of as many numbers as there are parameters, each in its range. */
    Transform make(double[] numbers);
  }

  /**
   * One number.
   *
   * @param name for messages, and to give it by
   * @param usual what it is unless given; null for the side of the network's input
   * @param least the least there may be
   * @param most the most there may be
   * @param whole whether it has no fraction
   */
  record Parameter(String name, @Nullable Double usual, double least, double most, boolean whole) {

    /** Pixels, at most as many as a side of an image has in any use. */
    private static final int MOST_PIXELS = 8192;

    static Parameter share(String name, double usual) {
      return new Parameter(name, usual, 0, 1, false);
    }

    static Parameter factor(String name, double usual, double least, double most) {
      return new Parameter(name, usual, least, most, false);
    }

    static Parameter pixels(String name, int usual) {
      return new Parameter(name, (double) usual, 1, MOST_PIXELS, true);
    }

    /** The side of a square; the network's input unless given. */
    static Parameter side() {
      return new Parameter("side", null, 1, MOST_PIXELS, true);
    }

    /** Reads one. */
    double parse(String kind, String text) {
      double number;
      try {
        number = Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(wrong(kind, text));
      }
      if (!(number >= least && number <= most) || (whole && number != Math.rint(number))) {
        throw new IllegalArgumentException(wrong(kind, text));
      }
      return number;
    }

    private String wrong(String kind, String text) {
      return String.format(
          Locale.ROOT,
          "%s: %s is %s from %s to %s, not \"%s\"",
          kind,
          name,
          whole ? "a whole number" : "a number",
          shown(least),
          shown(most),
          text);
    }

    @Override
    public String toString() {
      return name + "=" + (usual == null ? "the net's" : shown(usual));
    }
  }

  /** As in a list of transforms, with what its numbers are unless given. */
  String signature() {
    return parameters.isEmpty()
        ? name
        : parameters.stream()
            .map(Parameter::toString)
            .collect(Collectors.joining(", ", name + "(", ")"));
  }

  static String shown(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
