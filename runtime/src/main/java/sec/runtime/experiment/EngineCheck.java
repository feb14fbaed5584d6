package sec.runtime.experiment;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.Locale;
import java.util.Random;
import sec.compiler.backend.torchscript.Precision;
import sec.compiler.ir.Network;
import sec.compiler.weights.Weights;
import sec.runtime.EnvironmentException;
import sec.runtime.training.Trainable;

/** Holds a network's archive to its generated Java before it is trained. */
final class EngineCheck {
  private static final int SAMPLES = 8;

  /**
   * Of the largest number expected: as between ONNX Runtime and the Java, whose tolerance {@code
   * sec verify} has.
   */
  static final double SINGLE = 1e-4;

  /** The same for bf16, whose numbers have 8 bits. Of the library no net is beyond 0.014. */
  static final double MIXED = 0.05;

  private final Network network;
  private final Weights weights;
  private final Device device;
  private final float[] samples;

  EngineCheck(Network network, Weights weights, Device device) {
    this.network = network;
    this.weights = weights;
    this.device = device;
    this.samples = new float[Math.toIntExact(SAMPLES * network.input().size())];
    Random random = new Random(0);
    for (int i = 0; i < samples.length; i++) {
      // As normalised images are.
      samples[i] = (float) random.nextGaussian();
    }
  }

  /** One network at a time is in memory. */
  void of(Precision precision) throws EnvironmentException, IOException {
    float[] java = logits(NetworkEngine.java(device));
    float[] single = logits(NetworkEngine.script(Precision.FP32, device));
    require("its archive", "its generated Java", deviation(java, single), SINGLE);
    if (precision.isMixed()) {
      float[] mixed = logits(NetworkEngine.script(precision, device));
      require("its archive in " + precision, "the one in fp32", deviation(single, mixed), MIXED);
    }
  }

  private float[] logits(NetworkEngine engine) throws EnvironmentException, IOException {
    try (Trainable trainable = engine.network(network, weights);
        NDManager manager = trainable.manager().newSubManager()) {
      Shape batch = new Shape(SAMPLES);
      for (int size : network.input().dimensions()) {
        batch = batch.add(size);
      }
      NDArray images = manager.create(samples, batch);
      return trainable.forward(images, false).toFloatArray();
    }
  }

  /** By the largest number expected; infinite where one is not finite. */
  static double deviation(float[] expected, float[] actual) {
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < expected.length; i++) {
      double here = Math.abs((double) expected[i] - actual[i]);
      difference = Math.max(difference, Double.isNaN(here) ? Double.POSITIVE_INFINITY : here);
      largest = Math.max(largest, Math.abs(expected[i]));
    }
    return difference == 0 ? 0 : difference / Math.max(largest, Float.MIN_NORMAL);
  }

  private void require(String what, String reference, double deviation, double tolerance)
      throws EnvironmentException {
    if (deviation <= tolerance) {
      return;
    }
    throw new EnvironmentException(
        String.format(
            Locale.ROOT,
            "Before the training of %s, %s and %s were asked the same and differ by %.2g of the"
                + " largest answer; up to %.2g is rounding. Train with %s, and please report this.",
            network.name(),
            what,
            reference,
            deviation,
            tolerance,
            tolerance == MIXED ? "--precision fp32" : "--engine java"));
  }
}
