package sec.runtime.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    List<String> faults = new ArrayList<>();
    arrays.forEach(
        (path, array) -> {
          Tensor value = values.get(path);
          Shape shape = shape(array.getShape());
          if (value == null) {
            faults.add("no values for " + path);
          } else if (!value.shape().equals(shape)) {
            faults.add(path + " is " + shape + " here, not " + value.shape());
          }
        });
    values.keySet().stream()
        .filter(path -> !arrays.containsKey(path))
        .forEach(path -> faults.add("no " + path + " here"));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("the values do not fit: " + String.join("; ", faults));
    }
    arrays.forEach((path, array) -> write(requireNonNull(values.get(path)), array));
  }

  private static void write(Tensor value, NDArray array) {
    try (NDManager manager = array.getManager().newSubManager()) {
      NDArray source = manager.create(value.values(), array.getShape());
      ArrayCopy.into(array, source.toType(array.getDataType(), false));
    }
  }
}
