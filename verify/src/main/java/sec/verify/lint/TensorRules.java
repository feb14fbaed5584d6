package sec.verify.lint;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sec.compiler.onnx.GraphProto;
import sec.compiler.onnx.TensorProto;
import sec.compiler.onnx.TensorProto.DataType;

/** The initializers: as many numbers as they say, each of which is one. */
final class TensorRules {
  private static final int HALF_EXPONENT = 0x7C00;

  private final @Nullable Path folder;
  private final Findings findings;

  private TensorRules(@Nullable Path folder, Findings findings) {
    this.folder = folder;
    this.findings = findings;
  }

  static void check(GraphProto graph, @Nullable Path folder, Findings findings) {
    TensorRules rules = new TensorRules(folder, findings);
    graph.getInitializerList().forEach(rules::tensor);
  }

  private void tensor(TensorProto tensor) {
    if (tensor.getName().isEmpty()) {
      findings.find(Rule.INITIALIZERS, "an initializer of %s has no name", tensor.getDimsList());
    }
    DataType type = DataType.forNumber(tensor.getDataType());
    if (type == null || type == DataType.UNDEFINED) {
      findings.find(
          Rule.INITIALIZERS,
          "%s is of data type %d, which is none",
          tensor.getName(),
          tensor.getDataType());
      return;
    }
    Optional<Long> elements = elements(tensor.getDimsList());
    if (elements.isEmpty()) {
      findings.find(
          Rule.INITIALIZERS,
          "%s is of %s, which are no sizes",
          tensor.getName(),
          tensor.getDimsList());
      return;
    }
    if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
      external(tensor, type, elements.get());
    } else if (type == DataType.STRING || !tensor.hasRawData()) {
      typed(tensor, type, elements.get());
    } else {
      raw(tensor, type, elements.get());
    }
  }

  /** How many; empty if a size is negative or there are more than can be. */
  private static Optional<Long> elements(List<Long> sizes) {
    long elements = 1;
    for (long size : sizes) {
      if (size < 0 || Math.multiplyHigh(elements, size) != 0) {
        return Optional.empty();
      }
      elements *= size;
    }
    return elements > Long.MAX_VALUE / Double.BYTES ? Optional.empty() : Optional.of(elements);
  }

  private static int width(DataType type) {
    return switch (type) {
      case UNDEFINED, STRING -> 0;
      case UINT8, INT8, BOOL -> Byte.BYTES;
      case UINT16, INT16, FLOAT16, BFLOAT16 -> Short.BYTES;
      case FLOAT, INT32, UINT32 -> Float.BYTES;
      case INT64, DOUBLE, UINT64, COMPLEX64 -> Double.BYTES;
      case COMPLEX128 -> 2 * Double.BYTES;
    };
  }

  private void raw(TensorProto tensor, DataType type, long elements) {
    ByteString bytes = tensor.getRawData();
    long wanted = elements * width(type);
    if (bytes.size() != wanted) {
      findings.find(
          Rule.INITIALIZERS,
          "%s has %d bytes, but %s of %s needs %d",
          tensor.getName(),
          bytes.size(),
          tensor.getDimsList(),
          type,
          wanted);
    } else {
      finite(tensor, type, bytes.asReadOnlyByteBuffer());
    }
  }

  private void typed(TensorProto tensor, DataType type, long elements) {
    int given =
        switch (type) {
          case FLOAT -> tensor.getFloatDataCount();
          case COMPLEX64 -> tensor.getFloatDataCount() / 2;
          case INT64 -> tensor.getInt64DataCount();
          case DOUBLE -> tensor.getDoubleDataCount();
          case COMPLEX128 -> tensor.getDoubleDataCount() / 2;
          case UINT32, UINT64 -> tensor.getUint64DataCount();
          case STRING -> tensor.getStringDataCount();
          default -> tensor.getInt32DataCount();
        };
    if (given != elements) {
      findings.find(
          Rule.INITIALIZERS,
          "%s has %d numbers, but %s needs %d",
          tensor.getName(),
          given,
          tensor.getDimsList(),
          elements);
    } else if (type == DataType.FLOAT) {
      FloatBuffer numbers = FloatBuffer.allocate(given);
      tensor.getFloatDataList().forEach(numbers::put);
      finite(tensor, numbers.flip());
    }
  }

  private void external(TensorProto tensor, DataType type, long elements) {
    ExternalData data = new ExternalData(tensor, findings);
    try {
      Optional<ByteBuffer> bytes = data.read(folder, elements * width(type));
      bytes.ifPresent(found -> finite(tensor, type, found));
    } catch (IOException e) {
      throw new UncheckedIOException(tensor.getName(), e);
    }
  }

  private void finite(TensorProto tensor, DataType type, ByteBuffer bytes) {
    ByteBuffer ordered = bytes.order(ByteOrder.LITTLE_ENDIAN);
    if (type == DataType.FLOAT) {
      finite(tensor, ordered.asFloatBuffer());
    } else if (type == DataType.FLOAT16) {
      ShortBuffer halves = ordered.asShortBuffer();
      for (int i = 0; i < halves.limit(); i++) {
        if ((halves.get(i) & HALF_EXPONENT) == HALF_EXPONENT) {
          notFinite(tensor, i, Float.float16ToFloat(halves.get(i)));
          return;
        }
      }
    }
  }

  private void finite(TensorProto tensor, FloatBuffer numbers) {
    for (int i = 0; i < numbers.limit(); i++) {
      if (!Float.isFinite(numbers.get(i))) {
        notFinite(tensor, i, numbers.get(i));
        return;
      }
    }
  }

  private void notFinite(TensorProto tensor, int place, float number) {
    findings.find(Rule.FINITE, "number %d of %s is %s", place, tensor.getName(), number);
  }
}
