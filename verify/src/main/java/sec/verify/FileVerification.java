package sec.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sec.compiler.backend.onnx.OnnxBackend;
import sec.compiler.onnx.ModelProto;
import sec.compiler.onnx.StringStringEntryProto;

/** An ONNX file held to all that can be asked of it without the network that it was made from. */
public final class FileVerification {
  private FileVerification() {}

  /**
   * Makes all checks.
   *
   * @param seed of the input
   * @throws IOException if the file cannot be read
   */
  public static Verification of(Path file, long seed) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    FileChecks checks = new FileChecks(String.valueOf(file.getFileName()), file, seed, outcomes);
    Optional<ModelProto> model = checks.structure();
    if (model.isPresent()) {
      checks.answers(true);
    }
    return new Verification(file + model.map(FileVerification::described).orElse(""), outcomes);
  }

  private static String described(ModelProto model) {
    String net =
        model.getMetadataPropsList().stream()
            .filter(entry -> entry.getKey().equals(OnnxBackend.NET))
            .map(StringStringEntryProto::getValue)
            .findFirst()
            .map(name -> ": the net " + name)
            .orElse("");
    String producer =
        model.getProducerName().isEmpty()
            ? ""
            : ", written by %s %s".formatted(model.getProducerName(), model.getProducerVersion());
    return net + producer.stripTrailing();
  }
}
