package sec.compiler.operators;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The shape of a value, the batch left out: {@code [C, H, W]} for a feature map, {@code [C]} for a
 * vector.
 *
 * @param dimensions each at least 1
 */
public record Shape(List<Integer> dimensions) {

  /** Keeps a copy. */
  public Shape {
    dimensions = List.copyOf(dimensions);
  }

  /** The shape of these dimensions. */
  public static Shape of(int... dimensions) {
    return new Shape(IntStream.of(dimensions).boxed().toList());
  }

  /** How many dimensions it has. */
  public int rank() {
    return dimensions.size();
  }

  /** Dimension {@code i}, from 0. */
  public int get(int i) {
    return dimensions.get(i);
  }

  /** Whether this is a feature map {@code [C, H, W]}. */
  public boolean isMap() {
    return rank() == 3;
  }

  /** Whether this is a vector {@code [C]}. */
  public boolean isVector() {
    return rank() == 1;
  }

  /** C. */
  public int channels() {
    return get(0);
  }

  /** H; 1 for a vector. */
  public int height() {
    return isMap() ? get(1) : 1;
  }

  /** W; 1 for a vector. */
  public int width() {
    return isMap() ? get(2) : 1;
  }

  /** The product of the dimensions. */
  public long size() {
    return dimensions.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  /** As an {@code int} array. */
  public int[] toArray() {
    return dimensions.stream().mapToInt(Integer::intValue).toArray();
  }

  /** For messages: "a 64x8x8 feature map", "a vector of 64". */
  public String described() {
    return isVector() ? "a vector of " + channels() : "a " + times() + " feature map";
  }

  private String times() {
    return dimensions.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  /** {@code [64, 8, 8]}. */
  @Override
  public String toString() {
    return dimensions.toString();
  }
}
