package sec.verify;

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

  /**
   * Checks a serialised model.
   *
   * @return the checker's complaint; empty if it has none
   * @throws IllegalStateException if the checker is {@link #unavailable}
   */
  public static Optional<String> check(byte[] model) {
    UNAVAILABLE.ifPresent(
        reason -> {
          throw new IllegalStateException(reason);
        });
    try (ModelProto proto = new ModelProto();
        BytePointer bytes = new BytePointer(model)) {
      if (!proto.ParseFromArray(bytes, model.length)) {
        return Optional.of("the bytes are not an ONNX model");
      }
      boolean withShapeInference = true;
      boolean skipOpsetCompatibility = false;
      // This build knows no schema outside ONNX's own domains, and fails when asked to look.
      boolean customDomains = false;
      onnx.check_model(proto, withShapeInference, skipOpsetCompatibility, customDomains);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
