package sec.runtime.training;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sec.compiler.backend.torchscript.Precision;
import sec.compiler.ir.Network;
import sec.compiler.weights.InitialWeights;
import sec.runtime.checkpoint.CheckpointFolder;
import sec.runtime.data.ImageData;
import sec.runtime.optimizers.Schedule;
import sec.runtime.optimizers.Sgd;
import sec.runtime.pipeline.InputPipeline;
import sec.runtime.pipeline.TransformList;
import sec.runtime.runs.RunDirectory;
import sec.runtime.sample.SampleNet;
import sec.runtime.sample.Stripes;

/** A training in a process of its own, for {@link KillTest} to kill: it goes on where it stood. */
final class KilledTraining {
  private KilledTraining() {}

  /**
   * Trains in the folder that is named, and prints a line at each step. What computes is the second
   * word: {@code archive}, in bf16 and on images that are drawn anew each time, or {@code java}.
   */
  public static void main(String[] arguments) throws Exception {
    TrainingListener printing =
        new TrainingListener() {
          @Override
          public void stepDone(int epoch, long images, Evaluation train) {
            System.out.println("step");
          }
        };
    TrainingSettings settings =
        new TrainingSettings(
            40,
            4,
            9,
            new Sgd(0.9, 1e-4, true),
            new Schedule.OneCycle(0.02, 40),
            new Refinements(2, 1, 0.9, 0.1, true));
    boolean archive = arguments[1].equals("archive");
    try (RunDirectory directory = new RunDirectory(Path.of(arguments[0]));
        Trainable network = archive ? archive() : java()) {
      CheckpointFolder folder = directory.checkpoints(2);
      InputPipeline input = archive ? drawn() : InputPipeline.of(Stripes.images(100));
      List<TrainingListener> listeners = List.of(printing, directory);
      new Trainer(settings, input, listeners, new StopSignal(), Diagnosis.NONE)
          .train(network, Checkpoints.in(folder, 3));
      directory.saveWeights(network);
    }
  }

  private static Trainable archive() throws IOException {
    Network network = SampleNet.network();
    return new ScriptNetwork(network, InitialWeights.of(1, network), Precision.BF16, Device.cpu());
  }

  private static Trainable java() {
    Trainable network = new JavaNetwork(new SampleNet(), SampleNet.network(), Device.cpu());
    network.setValues(InitialWeights.of(1, SampleNet.network()).tensors());
    return network;
  }

  private static InputPipeline drawn() {
    ImageData data = Stripes.images(100);
    TransformList drawn = TransformList.parse("pad-crop(1) flip colour-jitter cutout(3) mixup");
    return InputPipeline.of(data, drawn, TransformList.NONE, SampleNet.network().input(), 2);
  }
}
