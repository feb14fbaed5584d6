package sec.verify.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import sec.compiler.backend.djl.DjlBackend;
import sec.compiler.ir.Network;
import sec.compiler.weights.Weights;
import sec.runtime.EnvironmentException;
import sec.runtime.GradientRecording;
import sec.runtime.NativeThreads;
import sec.runtime.compile.InMemoryCompiler;
import sec.runtime.training.JavaNetwork;

/** The generated Java in DJL, in evaluation, with a batch to answer. */
final class JavaRunner implements Runner {
  private final JavaNetwork java;
  private final NDArray batch;

  JavaRunner(Network network, Weights weights, Setting setting) throws EnvironmentException {
    GradientRecording.off();
    NativeThreads.use(setting.threads());
    java =
        new JavaNetwork(
            InMemoryCompiler.ofJdk().newBlock(DjlBackend.generate(network)), network, Device.cpu());
    java.setValues(weights.tensors());
    long[] sample = network.input().dimensions().stream().mapToLong(Integer::longValue).toArray();
    batch = java.manager().randomNormal(new Shape(setting.batch()).addAll(new Shape(sample)));
  }

  @Override
  public void run() {
    try (NDManager manager = java.manager().newSubManager()) {
      NDArray input = batch.duplicate();
      input.attach(manager);
      java.forward(input, false).close();
    }
  }

  @Override
  public void close() {
    java.close();
  }
}
