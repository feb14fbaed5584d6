package sec.runtime.training;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import sec.compiler.backend.torchscript.Precision;
import sec.compiler.backend.torchscript.TorchScriptBackend;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;
import sec.compiler.weights.Weights;

/** A network as a TorchScript archive, which libtorch computes by itself from end to end. */
public final class ScriptNetwork implements Trainable {
  private static final String ENGINE = "PyTorch";

  private final Model model;
  private final PtSymbolBlock block;
  private final ParameterStore store;
  private final LossScale lossScale;
  private final SequencedMap<String, NDArray> parameters = new LinkedHashMap<>();
  private final SequencedMap<String, NDArray> buffers = new LinkedHashMap<>();

  /**
   * Writes a network's archive and loads it.
   *
   * @param weights its first values
   * @param precision in what it computes
   * @param device where it runs
   * @throws IOException if there is no room for the archive among temporary files
   */
  public ScriptNetwork(Network network, Weights weights, Precision precision, Device device)
      throws IOException {
    this.lossScale = precision == Precision.FP16 ? new DynamicLossScale() : LossScale.NONE;
    this.model = Model.newInstance(network.name(), device, ENGINE);
    Path file = Files.createTempFile("sec", ".pt");
    try {
      TorchScriptBackend.write(file, network, weights, precision);
      model.load(file, null, Map.of("trainParam", "true", "mapLocation", "true"));
      this.block = (PtSymbolBlock) model.getBlock();
      // Loading leaves it in evaluation, and DJL takes it for being in training.
      JniUtils.enableTrainingMode(block);
      adopt(network);
    } catch (MalformedModelException e) {
      model.close();
      throw new IllegalStateException("the archive of " + network.name() + " does not load", e);
    } catch (IOException | RuntimeException e) {
      model.close();
      throw e;
    } finally {
      Files.deleteIfExists(file);
    }
    this.store = new ParameterStore(model.getNDManager(), false);
  }

  private void adopt(Network network) {
    if (network.parameters().isEmpty()) {
      return;
    }
    NDList arrays;
    try (IValue all = IValueUtils.runMethod(block, TorchScriptBackend.TENSORS)) {
      arrays = all.toNDList((PtNDManager) model.getNDManager());
    }
    List<Parameter> expected = network.parameters();
    for (int i = 0; i < expected.size(); i++) {
      NDArray array = arrays.get(i);
      if (expected.get(i).trained()) {
        array.setRequiresGradient(true);
        parameters.put(expected.get(i).path(), array);
      } else {
        buffers.put(expected.get(i).path(), array);
      }
    }
  }

  @Override
  public NDManager manager() {
    return model.getNDManager();
  }

  @Override
  public NDArray forward(NDArray images, boolean training) {
    return results(images, training).head();
  }

  /**
   * All results of the network.
   *
   * @param images as for {@link #forward(NDArray, boolean)}
   * @return logits, then the further results, in the network's order
   */
  public NDList results(NDArray images, boolean training) {
    // Of this thread. With it, the first steps are watched and the later ones computed another way,
    // so that a training that was resumed would not go on as it would have.
    JniUtils.setGraphExecutorOptimize(false);
    return block.forward(store, new NDList(images), training);
  }

  @Override
  public LossScale lossScale() {
    return lossScale;
  }

  @Override
  public SequencedMap<String, NDArray> parameters() {
    return Collections.unmodifiableSequencedMap(parameters);
  }

  @Override
  public SequencedMap<String, NDArray> buffers() {
    return Collections.unmodifiableSequencedMap(buffers);
  }

  @Override
  public void close() {
    model.close();
  }
}
