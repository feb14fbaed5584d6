package sec.runtime.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import sec.compiler.operators.Shape;
import sec.compiler.weights.Tensor;
import sec.runtime.ArrayCopy;

/** Numbers in and out of the engine's arrays. */
final class ArrayValues {
  private ArrayValues() {}

  static Shape shape(ai.djl.ndarray.types.Shape shape) {
    return Shape.of(LongStream.of(shape.getShape()).mapToInt(Math::toIntExact).toArray());
  }

  static ai.djl.ndarray.types.Shape shape(Shape shape) {
    return new ai.djl.ndarray.types.Shape(
        shape.dimensions().stream().mapToLong(Integer::longValue).toArray());
  }

  static Tensor read(NDArray array) {
    return new Tensor(shape(array.getShape()), floats(array));
  }

  /** The numbers of an array of either precision. */
  static float[] floats(NDArray array) {
    if (array.getDataType() == DataType.FLOAT32) {
      return array.toFloatArray();
    }
    try (NDArray single = array.toType(DataType.FLOAT32, false)) {
      return single.toFloatArray();
    }
  }

  /** Checks all, then writes all, so that a mistake leaves the network as it was. */
  static void writeAll(Map<String, Tensor> values, Map<String, NDArray> arrays) {
    SequencedMap<String, Shape> shapes = new LinkedHashMap<>();
    values.forEach((path, value) -> shapes.put(path, value.shape()));
    writeAll(shapes, path -> requireNonNull(values.get(path)), arrays);
  }

  /** The same with values that are made when it is their turn to be written. */
  static void writeAll(
      SequencedMap<String, Shape> shapes,
      Function<String, Tensor> values,
      Map<String, NDArray> arrays) {
    List<String> faults = new ArrayList<>();
    arrays.forEach(
        (path, array) -> {
          Shape given = shapes.get(path);
          Shape shape = shape(array.getShape());
          if (given == null) {
            faults.add("no values for " + path);
          } else if (!given.equals(shape)) {
            faults.add(path + " is " + shape + " here, not " + given);
          }
        });
    shapes.keySet().stream()
        .filter(path -> !arrays.containsKey(path))
        .forEach(path -> faults.add("no " + path + " here"));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("the values do not fit: " + String.join("; ", faults));
    }
    arrays.forEach((path, array) -> write(values.apply(path), array));
  }

  private static void write(Tensor value, NDArray array) {
    try (NDManager manager = array.getManager().newSubManager()) {
      NDArray source = manager.create(value.values(), array.getShape());
      ArrayCopy.into(array, source.toType(array.getDataType(), false));
    }
  }
}
