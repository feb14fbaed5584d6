package sec.compiler.backend.onnx;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;

/** Results of a network by the paths of its parts, such as those that make it a backbone. */
public final class ChosenOutputs {
  private ChosenOutputs() {}

  /**
   * The network with what {@code names} ask for as its further results, under these names.
   *
   * @param names each the path of a part, whose result it is, the name of a further result that the
   *     network has, or {@link OnnxBackend#OUTPUT}, which it has anyway
   * @throws UnknownOutputException if the network has nothing of a name, or several
   */
  public static Network of(Network network, List<String> names) throws UnknownOutputException {
    Map<String, Integer> ids = new LinkedHashMap<>();
    Set<String> several = new HashSet<>();
    network.root().children().forEach(child -> collect(child, ids, several));
    ids.putAll(network.outputs());
    Map<String, Integer> outputs = new LinkedHashMap<>();
    for (String name : names) {
      if (name.equals(OnnxBackend.OUTPUT)) {
        continue;
      }
      Integer id = ids.get(name);
      if (several.contains(name)) {
        throw new UnknownOutputException(
            "%s is used several times in %s: it has no one value".formatted(name, network.name()));
      }
      if (id == null) {
        ids.put(OnnxBackend.OUTPUT, network.output());
        String help = Suggestion.help(name, ids.keySet(), "it has");
        throw new UnknownOutputException(
            "%s has no part %s; %s"
                .formatted(
                    network.name(), name, help == null ? "sec summary shows its parts" : help));
      }
      outputs.put(name, id);
    }
    return network.withOutputs(outputs);
  }

  private static void collect(Instance instance, Map<String, Integer> ids, Set<String> several) {
    if (ids.putIfAbsent(instance.path(), instance.result()) != null) {
      several.add(instance.path());
    }
    instance.children().forEach(child -> collect(child, ids, several));
  }
}
