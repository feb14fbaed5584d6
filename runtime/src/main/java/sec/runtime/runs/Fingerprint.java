package sec.runtime.runs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import sec.compiler.ir.Network;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;

/** A number that networks share which compute the same, under the same paths, in the same order. */
public final class Fingerprint {
  private Fingerprint() {}

  /** SHA-256 over the nodes and the parameters, in hexadecimal. */
  public static String of(Network network) {
    MessageDigest digest = sha256();
    for (Node node : network.nodes()) {
      add(
          digest,
          "%s %s %s %s %s"
              .formatted(
                  node.path(),
                  node.primitive(),
                  node.inputs(),
                  node.shape(),
                  node.parameters().stream().map(Parameter::path).toList()));
    }
    for (Parameter parameter : network.parameters()) {
      add(
          digest,
          "%s %s %s %s"
              .formatted(
                  parameter.path(),
                  parameter.shape(),
                  parameter.initializer(),
                  parameter.trained()));
    }
    add(digest, network.output() + " " + network.outputs());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String line) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
