package sec.runtime.runs;

import ai.djl.Device;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import sec.compiler.analysis.Cost;
import sec.compiler.io.AtomicFile;
import sec.compiler.ir.Network;
import sec.runtime.data.ImageData;
import sec.runtime.optimizers.Schedule;
import sec.runtime.optimizers.UpdateRule;
import sec.runtime.training.TrainingSettings;

/**
 * What a run is: {@code run.json}. It has the command, the settings, the network and the data in
 * short, the machine, the versions, and what git says of the folder.
 */
public final class RunRecord {
  /** The parts that have to be the same for a run to be gone on with to the last bit. */
  private static final List<String> COMPARED =
      List.of("settings", "options", "network", "data", "surroundings");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addMixIn(UpdateRule.class, Named.class)
          .addMixIn(Schedule.class, Named.class)
          .build();

  private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

  /** Has the kind of a rule or schedule stand beside its numbers. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "name")
  private interface Named {}

  private final ObjectNode root;

  private RunRecord(ObjectNode root) {
    this.root = root;
  }

  /**
   * A run that is about to begin.
   *
   * @param command the words of the command line after {@code sec}
   * @param options what else there is to it, by name
   */
  public static RunRecord of(
      List<String> command,
      Network network,
      ImageData data,
      TrainingSettings settings,
      Map<String, String> options,
      Device device) {
    Path here = Path.of("").toAbsolutePath();
    ObjectNode root = JSON.createObjectNode();
    root.set("command", JSON.valueToTree(command));
    root.put("folder", here.toString());
    root.put("begun", Instant.now().toString());
    root.set("settings", JSON.valueToTree(settings));
    root.set("options", JSON.valueToTree(new TreeMap<>(options)));
    root.set("network", network(network));
    root.set("data", data(data));
    root.set("surroundings", JSON.valueToTree(Surroundings.of(device)));
    root.put("java", Runtime.version().toString());
    root.set("git", JSON.valueToTree(GitState.of(here)));
    return new RunRecord(root);
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws RunException if the file holds something else
   * @throws IOException if it cannot be read
   */
  static RunRecord read(Path file) throws RunException, IOException {
    JsonNode root;
    try {
      root = JSON.readTree(file.toFile());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new RunException(file + " is damaged: " + e.getOriginalMessage());
    }
    if (root instanceof ObjectNode object && root.path("command").isArray()) {
      return new RunRecord(object);
    }
    throw new RunException(file + " is no record of a run");
  }

  void write(Path file) throws IOException {
    AtomicFile.write(file, PRETTY.writeValueAsString(root) + "\n");
  }

  /** The words of the command line after {@code sec}. */
  public List<String> command() {
    List<String> words = new ArrayList<>();
    root.path("command").forEach(word -> words.add(word.asText()));
    return words;
  }

  /** What identifies the network: equal for networks that compute the same under the same paths. */
  public String fingerprint() {
    return root.path("network").path("fingerprint").asText();
  }

  /** What of another record is not as here, each with both values; the last bits depend on it. */
  public List<String> differences(RunRecord other) {
    Map<String, String> own = compared();
    Map<String, String> others = other.compared();
    Set<String> names = new TreeSet<>(own.keySet());
    names.addAll(others.keySet());
    return names.stream()
        .filter(name -> !own.getOrDefault(name, "").equals(others.getOrDefault(name, "")))
        .map(
            name ->
                "%s was %s and is %s"
                    .formatted(
                        name,
                        own.getOrDefault(name, "nothing"),
                        others.getOrDefault(name, "nothing")))
        .toList();
  }

  /** Notes that another one goes on with this run. */
  RunRecord resumedBy(RunRecord other) {
    ObjectNode copy = root.deepCopy();
    ObjectNode resumption = copy.withArray("resumed").addObject();
    resumption.set("command", other.root.path("command"));
    resumption.set("begun", other.root.path("begun"));
    resumption.set("differences", JSON.valueToTree(differences(other)));
    resumption.set("surroundings", other.root.path("surroundings"));
    resumption.set("git", other.root.path("git"));
    return new RunRecord(copy);
  }

  private Map<String, String> compared() {
    Map<String, String> flat = new TreeMap<>();
    COMPARED.forEach(part -> flatten(part, root.path(part), flat));
    return flat;
  }

  private static void flatten(String name, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.properties().forEach(p -> flatten(name + "." + p.getKey(), p.getValue(), into));
    } else if (!node.isMissingNode()) {
      into.put(name, node.isValueNode() ? node.asText() : node.toString());
    }
  }

  private static ObjectNode network(Network network) {
    Cost cost = Cost.of(network);
    return JSON.createObjectNode()
        .put("name", network.name())
        .put("parameters", cost.parameters())
        .put("macs", cost.macs())
        .put("fingerprint", Fingerprint.of(network));
  }

  private static ObjectNode data(ImageData data) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("name", data.name())
            .put("classes", data.classCount())
            .put("training_images", data.train().size())
            .put("test_images", data.test().size());
    int channels = data.normalisation().channels();
    node.set(
        "mean",
        JSON.valueToTree(
            IntStream.range(0, channels).mapToObj(data.normalisation()::mean).toList()));
    node.set(
        "std",
        JSON.valueToTree(
            IntStream.range(0, channels).mapToObj(data.normalisation()::std).toList()));
    return node;
  }
}
