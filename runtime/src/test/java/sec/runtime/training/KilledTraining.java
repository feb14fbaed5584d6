package sec.runtime.training;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.List;
import sec.compiler.weights.InitialWeights;
import sec.runtime.checkpoint.CheckpointFolder;
import sec.runtime.optimizers.Schedule;
import sec.runtime.optimizers.Sgd;
import sec.runtime.runs.RunDirectory;
import sec.runtime.sample.SampleNet;
import sec.runtime.sample.Stripes;

/** A training in a process of its own, for {@link KillTest} to kill: it goes on where it stood. */
final class KilledTraining {
  private KilledTraining() {}

  /** Trains in the folder that is named, and prints a line at each step. */
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
    try (RunDirectory directory = new RunDirectory(Path.of(arguments[0]));
        Trainable network = new JavaNetwork(new SampleNet(), SampleNet.network(), Device.cpu())) {
      network.setValues(InitialWeights.of(1, SampleNet.network()).tensors());
      CheckpointFolder folder = directory.checkpoints(2);
      new Trainer(settings, Stripes.images(100), List.of(printing, directory), new StopSignal())
          .train(network, Checkpoints.in(folder, 3));
      directory.saveWeights(network);
    }
  }
}
