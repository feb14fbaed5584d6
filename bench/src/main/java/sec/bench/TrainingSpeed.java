package sec.bench;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import sec.compiler.backend.torchscript.Precision;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.ir.Network;
import sec.runtime.GradientRecording;
import sec.runtime.experiment.NetworkEngine;
import sec.runtime.optimizers.Optimizer;
import sec.runtime.optimizers.Sgd;
import sec.runtime.training.Trainable;

/**
 * Our side of {@code peers/training_speed.py}. For each line with a number on standard input it
 * takes so many training steps and says the seconds of each; before them, how many parameters the
 * network has.
 */
public final class TrainingSpeed {
  private static final int CLASSES = 10;

  private final Trainable network;
  private final Optimizer optimizer;
  private final NDArray images;
  private final NDArray labels;

  private TrainingSpeed(Trainable network, Shape batch) {
    this.network = network;
    this.optimizer = new Optimizer(new Sgd(0.9, 5e-4, false), network.manager());
    NDManager manager = network.manager();
    this.images = manager.randomNormal(batch);
    this.labels =
        manager.arange((int) batch.get(0)).mod(CLASSES).toType(DataType.INT64, false).expandDims(1);
  }

  /** Takes the network, the batch, the threads, and fp32, bf16 or java. */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("ai.djl.pytorch.num_threads", arguments[2]);
    Network network =
        new Targets(new Diagnostics())
            .network(new TargetRequest(arguments[0], List.of(), List.of()))
            .orElseThrow();
    boolean java = arguments[3].equals("java");
    NetworkEngine engine =
        java
            ? NetworkEngine.java(Device.cpu())
            : NetworkEngine.script(
                Precision.valueOf(arguments[3].toUpperCase(Locale.ROOT)), Device.cpu());
    GradientRecording.off();
    try (Trainable trainable = engine.network(network, 0)) {
      System.out.println(trainable.parameters().values().stream().mapToLong(NDArray::size).sum());
      Shape batch = new Shape(Long.parseLong(arguments[1]));
      for (int size : network.input().dimensions()) {
        batch = batch.add(size);
      }
      TrainingSpeed speed = new TrainingSpeed(trainable, batch);
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        StringJoiner seconds = new StringJoiner(" ");
        for (int i = 0; i < Integer.parseInt(line.strip()); i++) {
          long begin = System.nanoTime();
          speed.step();
          seconds.add(Double.toString((System.nanoTime() - begin) / 1e9));
        }
        System.out.println(seconds);
      }
    }
  }

  private void step() {
    Engine engine = network.manager().getEngine();
    try (NDManager manager = network.manager().newSubManager()) {
      NDArray batch = images.duplicate();
      batch.attach(manager);
      NDArray loss;
      try (GradientCollector gradients = engine.newGradientCollector()) {
        NDArray logits = network.forward(batch, true);
        loss = logits.logSoftmax(1).gather(labels, 1).mean().neg();
        gradients.backward(loss);
      }
      optimizer.step(network.parameters(), 0.01);
      if (!Float.isFinite(loss.getFloat())) {
        throw new IllegalStateException("the loss is " + loss.getFloat());
      }
    }
  }
}
