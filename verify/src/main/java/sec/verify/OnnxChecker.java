package sec.verify;

import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.onnx.ModelProto;
import org.bytedeco.onnx.global.onnx;

/**
 * ONNX's own checker, with its strict shape inference. It is native code that some platforms
 * (arm64) and some installations lack; {@link #unavailable} says so.
 */
public final class OnnxChecker {
  private static final boolean SHAPE_INFERENCE = true;
  private static final boolean SKIP_OPSET_COMPATIBILITY = false;

  /** This build knows no schema outside ONNX's own domains, and fails when asked to look. */
  private static final boolean CUSTOM_DOMAINS = false;

  /** The newest version of ONNX's operators in the release of onnx that the build has, 1.17. */
  private static final int NEWEST_OPERATORS = 22;

  private static final Optional<String> UNAVAILABLE = load();

  private OnnxChecker() {}

  /** Why the checker cannot run here; empty if it can. */
  public static Optional<String> unavailable() {
    return UNAVAILABLE;
  }

  private static Optional<String> load() {
    try {
      Loader.load(onnx.class);
      return Optional.empty();
    } catch (LinkageError e) {
      return Optional.of(
          "ONNX's own checker has no native library here (%s): %s"
              .formatted(System.getProperty("os.arch"), e.getMessage()));
    }
  }

  /** Why it cannot judge {@code model}, however sound that is; empty if it can. */
  static Optional<String> unavailableFor(sec.compiler.onnx.ModelProto model) {
    return UNAVAILABLE.or(
        () ->
            model.getOpsetImportList().stream()
                .filter(set -> set.getDomain().isEmpty() && set.getVersion() > NEWEST_OPERATORS)
                .findFirst()
                .map(
                    set ->
                        "it knows ONNX's operators up to version %d, and the model has %d"
                            .formatted(NEWEST_OPERATORS, set.getVersion())));
  }

  static void require() {
    UNAVAILABLE.ifPresent(
        reason -> {
          throw new IllegalStateException(reason);
        });
  }

  /**
   * Checks a serialised model.
   *
   * @return the checker's complaint; empty if it has none
   * @throws IllegalStateException if the checker is {@link #unavailable}
   */
  public static Optional<String> check(byte[] model) {
    require();
    try (ModelProto proto = new ModelProto();
        BytePointer bytes = new BytePointer(model)) {
      if (!proto.ParseFromArray(bytes, model.length)) {
        return Optional.of("the bytes are not an ONNX model");
      }
      onnx.check_model(proto, SHAPE_INFERENCE, SKIP_OPSET_COMPATIBILITY, CUSTOM_DOMAINS);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Checks a model file, and what it keeps in others beside it.
   *
   * @return the checker's complaint; empty if it has none
   * @throws IllegalStateException if the checker is {@link #unavailable}
   */
  static Optional<String> check(Path file) {
    require();
    try {
      onnx.check_model(file.toString(), SHAPE_INFERENCE, SKIP_OPSET_COMPATIBILITY, CUSTOM_DOMAINS);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
