package sec.compiler.backend.onnx;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sec.compiler.Version;
import sec.compiler.ir.Network;
import sec.compiler.onnx.StringStringEntryProto;
import sec.compiler.weights.ChannelScaling;

/** A model's metadata: what a program needs that has the file alone, as text by key. */
final class Metadata {
  private Metadata() {}

  static List<StringStringEntryProto> of(Network network, OnnxOptions options) {
    ModelCard card = options.card();
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put(OnnxBackend.NET, network.name());
    put(entries, "form", card.form());
    entries.put("sec_version", Version.current());
    if (!card.classNames().isEmpty()) {
      entries.put("classes", String.join("\n", card.classNames()));
    }
    boolean map = network.input().isMap();
    entries.put("input_layout", options.preprocess() ? "NHWC" : map ? "NCHW" : "NC");
    ChannelScaling scaling = card.scaling();
    if (scaling != null) {
      entries.put("input_mean", ChannelScaling.text(scaling.mean()));
      entries.put("input_std", ChannelScaling.text(scaling.std()));
    }
    String spec = card.spec();
    if (spec != null) {
      entries.put("spec", spec);
      entries.put("spec_sha256", sha256(spec));
    }
    return entries.entrySet().stream()
        .map(
            entry ->
                StringStringEntryProto.newBuilder()
                    .setKey(entry.getKey())
                    .setValue(entry.getValue())
                    .build())
        .toList();
  }

  private static void put(Map<String, String> entries, String key, @Nullable String value) {
    if (value != null) {
      entries.put(key, value);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
