package sec.bench;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.backend.torchscript.Precision;
import sec.compiler.ir.Network;
import sec.runtime.data.DataSets;
import sec.runtime.data.ImageData;
import sec.runtime.data.LoadRequest;
import sec.runtime.experiment.NetworkEngine;
import sec.runtime.experiment.NetworkTraining;
import sec.runtime.optimizers.Adam;
import sec.runtime.optimizers.Schedule;
import sec.runtime.pipeline.InputPipeline;
import sec.runtime.runs.RunDirectory;
import sec.runtime.training.Checkpoints;
import sec.runtime.training.Evaluation;
import sec.runtime.training.Refinements;
import sec.runtime.training.StopSignal;
import sec.runtime.training.TrainingListener;
import sec.runtime.training.TrainingSettings;

/**
 * Whether a training's resident memory stays as it is: 5,000 steps of a small net, with a
 * checkpoint every 250, and the memory after each 500. It ends with 1 when the memory after step
 * 500 and any later one differ by more than 3 %.
 */
public final class TrainingMemory {
  private static final int STEPS = 5_000;
  private static final int BETWEEN = 500;

  /** 400 steps an epoch: the first test and the first curves come before the first look. */
  private static final int BATCH = 20;

  private static final double TOLERANCE = 0.03;

  private TrainingMemory() {}

  /** Looks at the process's resident memory as the training goes; Linux alone tells it. */
  private static final class Watch implements TrainingListener {
    private final StopSignal stop;
    private int step;
    private long first;
    private double worst;

    Watch(StopSignal stop) {
      this.stop = stop;
    }

    @Override
    public void stepDone(int epoch, long images, Evaluation train) {
      step++;
      if (step % BETWEEN == 0) {
        long resident = resident();
        first = first == 0 ? resident : first;
        double change = (double) resident / first - 1;
        worst = Math.max(worst, Math.abs(change));
        System.out.printf(
            Locale.ROOT, "step %,6d  %,7d MiB  %+.2f %%%n", step, resident >> 10, 100 * change);
      }
      if (step == STEPS) {
        stop.request();
      }
    }

    /** In KiB. */
    private static long resident() {
      try {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow();
      } catch (IOException e) {
        throw new IllegalStateException("this system does not tell a process's memory", e);
      }
    }
  }

  /** Trains, and prints. */
  public static void main(String[] arguments) throws Exception {
    ImageData data = DataSets.byDefault().load(LoadRequest.seeded(0));
    Network network =
        new Targets(new Diagnostics())
            .network(TargetRequest.of("ThreeLayerSE").preferring(data.shape(), data.classCount()))
            .orElseThrow();
    TrainingSettings settings =
        new TrainingSettings(
            Math.ceilDiv(STEPS * BATCH, data.train().size()) + 1,
            BATCH,
            0,
            new Adam(0.01, true),
            Schedule.constant(1e-3),
            new Refinements(1, 1, 0.99, 0.1, true));
    StopSignal stop = new StopSignal();
    Watch watch = new Watch(stop);
    Path folder = Files.createTempDirectory("training-memory");
    try (RunDirectory directory = new RunDirectory(folder)) {
      NetworkTraining training =
          new NetworkTraining(
              InputPipeline.of(data),
              settings,
              NetworkEngine.script(Precision.FP32, Device.cpu()),
              stop);
      training.train(
          network,
          directory,
          Checkpoints.in(directory.checkpoints(2), BETWEEN / 2),
          List.of(watch));
    }
    System.out.println("run folder: " + folder);
    System.exit(watch.worst <= TOLERANCE ? 0 : 1);
  }
}
