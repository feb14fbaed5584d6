package sec.verify.bench;

import java.nio.file.Path;
import sec.compiler.ir.Network;

/** Who takes part. */
public sealed interface Entrant {
  /** As it was asked for. */
  String name();

  /** A network, whose weights do not matter. */
  record OfNetwork(String name, Network network) implements Entrant {}

  /** An ONNX model, as it is. */
  record OfFile(String name, Path file) implements Entrant {}
}
