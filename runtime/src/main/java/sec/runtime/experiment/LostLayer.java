package sec.runtime.experiment;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.ir.Network;
import sec.runtime.EnvironmentException;
import sec.runtime.FiniteNumbers;
import sec.runtime.compile.InMemoryCompiler;
import sec.runtime.training.Diagnosis;
import sec.runtime.training.JavaNetwork;
import sec.runtime.training.Trainable;

/**
 * Runs a network's Java once more on the batch whose loss was lost, with the same weights, and
 * looks at what each layer and block gives.
 */
final class LostLayer implements Diagnosis {
  private final Network network;

  LostLayer(Network network) {
    this.network = network;
  }

  @Override
  public Optional<String> firstLost(Trainable trained, NDArray images) {
    List<String> lost = new ArrayList<>();
    try (JavaNetwork java =
        new JavaNetwork(
            InMemoryCompiler.ofJdk().newBlock(DjlBackend.generate(network)),
            network,
            images.getDevice())) {
      java.setValues(trained.values());
      java.forward(
          images,
          true,
          (path, input, result) -> {
            if (lost.isEmpty() && !FiniteNumbers.in(result)) {
              lost.add(path);
            }
          });
    } catch (EnvironmentException | EngineException e) {
      // Without a Java compiler, or room for a second network, there is no second look; the step is
      // told in any case.
      return Optional.empty();
    }
    return lost.stream().findFirst();
  }
}
