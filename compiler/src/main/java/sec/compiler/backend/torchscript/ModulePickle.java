package sec.compiler.backend.torchscript;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sec.compiler.ir.Parameter;

/** The objects of an archive: modules with their tensors, whose numbers are elsewhere in it. */
final class ModulePickle {
  private final ClassTexts classes;
  private final Precision precision;
  private final Map<String, Integer> places;
  private final Pickle pickle = new Pickle();

  /**
   * A pickle.
   *
   * @param places numbers of the entries with the tensors' numbers, by the tensors' paths
   */
  ModulePickle(ClassTexts classes, Precision precision, Map<String, Integer> places) {
    this.classes = classes;
    this.precision = precision;
    this.places = places;
  }

  byte[] of(ScriptModule root) {
    module(root);
    return pickle.end();
  }

  private void module(ScriptModule module) {
    pickle.global(ClassTexts.PACKAGE, classes.name(module)).beginObject();
    module
        .tensors()
        .forEach(
            (name, tensor) -> {
              pickle.text(name);
              tensor(tensor);
            });
    pickle.text("training").truth(true);
    module
        .children()
        .forEach(
            (name, child) -> {
              pickle.text(name);
              module(child);
            });
    pickle.endObject();
  }

  private void tensor(Parameter tensor) {
    List<Integer> sizes = tensor.shape().dimensions();
    String entry = Integer.toString(requireNonNull(places.get(tensor.path())));
    pickle.global("torch._utils", "_rebuild_tensor_v2").beginTuple();
    pickle.beginTuple().text("storage").global("torch", precision.storage());
    pickle.text(entry).text("cpu").integer(tensor.shape().size()).endTuple().persistent();
    pickle.integer(0).integers(sizes).integers(strides(sizes)).truth(tensor.trained());
    // Hooks, of which there are none.
    pickle.global("collections", "OrderedDict").nothing().call();
    pickle.endTuple().call();
  }

  private static List<Long> strides(List<Integer> sizes) {
    List<Long> strides = new ArrayList<>();
    long step = 1;
    for (int size : sizes.reversed()) {
      strides.addFirst(step);
      step *= size;
    }
    return strides;
  }
}
