package sec.verify.lint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sec.compiler.onnx.TensorProto;

/** Where a tensor says that its numbers are: in a file beside the model. */
final class ExternalData {
  private final TensorProto tensor;
  private final Findings findings;
  private final Map<String, String> keys = new HashMap<>();

  ExternalData(TensorProto tensor, Findings findings) {
    this.tensor = tensor;
    this.findings = findings;
    tensor.getExternalDataList().forEach(entry -> keys.put(entry.getKey(), entry.getValue()));
  }

  /**
   * The numbers, as they are in the file; empty if they are not there, which is then found, or too
   * many for one buffer.
   *
   * @param folder of the model; null if it is in no file
   * @param wanted how many bytes the tensor needs
   */
  Optional<ByteBuffer> read(@Nullable Path folder, long wanted) throws IOException {
    String location = keys.getOrDefault("location", "");
    if (location.isEmpty()) {
      find("does not say in which file its numbers are");
      return Optional.empty();
    }
    Optional<Long> offset = number("offset", 0);
    Optional<Long> length = number("length", wanted);
    if (offset.isEmpty() || length.isEmpty()) {
      return Optional.empty();
    }
    if (length.get() != wanted) {
      find(
          "has %d bytes in %s, but %s needs %d"
              .formatted(length.get(), location, tensor.getDimsList(), wanted));
      return Optional.empty();
    }
    return folder == null
        ? Optional.empty()
        : file(folder, location).flatMap(file -> mapped(file, location, offset.get(), wanted));
  }

  private Optional<Long> number(String key, long otherwise) {
    String text = keys.get(key);
    if (text == null) {
      return Optional.of(otherwise);
    }
    if (!text.matches("\\d{1,18}")) {
      find("has \"%s\" as the %s of its numbers".formatted(text, key));
      return Optional.empty();
    }
    return Optional.of(Long.parseLong(text));
  }

  private Optional<Path> file(Path folder, String location) {
    try {
      Path home = folder.normalize();
      Path file = home.resolve(location).normalize();
      if (Path.of(location).isAbsolute() || !file.startsWith(home)) {
        find("has its numbers in %s, outside of the model's folder".formatted(location));
      } else if (!Files.isRegularFile(file)) {
        find("has its numbers in %s, which is not beside the model".formatted(location));
      } else {
        return Optional.of(file);
      }
    } catch (InvalidPathException e) {
      find("has its numbers in %s, which is no name of a file".formatted(location));
    }
    return Optional.empty();
  }

  private Optional<ByteBuffer> mapped(Path file, String location, long offset, long wanted) {
    try (FileChannel channel = FileChannel.open(file)) {
      if (offset + wanted > channel.size()) {
        find(
            "has its numbers in bytes %d to %d of %s, which ends at %d"
                .formatted(offset, offset + wanted, location, channel.size()));
        return Optional.empty();
      }
      return wanted > Integer.MAX_VALUE
          ? Optional.empty()
          : Optional.of(channel.map(FileChannel.MapMode.READ_ONLY, offset, wanted));
    } catch (IOException e) {
      find("has its numbers in %s, which cannot be read: %s".formatted(location, e.getMessage()));
      return Optional.empty();
    }
  }

  private void find(String what) {
    findings.find(Rule.EXTERNAL_DATA, "%s %s", tensor.getName(), what);
  }
}
