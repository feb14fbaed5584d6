package sec.runtime.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.driver.TargetRequest;
import sec.compiler.driver.Targets;
import sec.compiler.ir.Network;
import sec.compiler.operators.Shape;
import sec.runtime.data.ImageData;
import sec.runtime.data.ImageSplit;
import sec.runtime.optimizers.Schedule;
import sec.runtime.optimizers.Sgd;
import sec.runtime.pipeline.InputPipeline;
import sec.runtime.report.Comparison;
import sec.runtime.report.TextReport;
import sec.runtime.report.VariantResult;
import sec.runtime.training.EpochMetrics;
import sec.runtime.training.StopSignal;
import sec.runtime.training.TrainingListener;
import sec.runtime.training.TrainingSettings;

class VariantComparisonTest {
  private final StopSignal stop = new StopSignal();

  @Test
  void saysHowFarEachCameWhenStopped(@TempDir Path folder) throws Exception {
    TrainingSettings settings =
        new TrainingSettings(2, 4, 0, new Sgd(0, 0), Schedule.decayEachEpoch(0.01, 1));
    Map<String, Network> variants = new LinkedHashMap<>();
    for (String name : List.of("one", "two", "three")) {
      variants.put(name, network());
    }

    Comparison comparison =
        new VariantComparison(
                InputPipeline.of(images()),
                settings,
                NetworkEngine.java(Device.cpu()),
                folder,
                stop,
                List.of())
            .run("t", Map.of(), variants, this::stoppingInTheFirstEpochOfTwo);

    assertEquals(
        List.of("0 of 0 epochs", "2 of 2 epochs", "1 of 2 epochs", "0 of 2 epochs"),
        comparison.variants().stream().map(VariantResult::progress).toList());
    assertEquals(
        List.of("two", "three"),
        comparison.unfinished().stream().map(VariantResult::name).toList());
    assertTrue(Double.isNaN(comparison.variants().getLast().top1()));
  }

  @Test
  void givesOneThatDivergesItsRowAndTheNextItsTurn(@TempDir Path folder) throws Exception {
    TrainingSettings settings =
        new TrainingSettings(3, 4, 0, new Sgd(0, 0), Schedule.constant(1e20));
    Map<String, Network> variants = new LinkedHashMap<>();
    for (String name : List.of("one", "two")) {
      variants.put(name, network());
    }

    Comparison comparison =
        new VariantComparison(
                InputPipeline.of(images()),
                settings,
                NetworkEngine.java(Device.cpu()),
                folder,
                stop,
                List.of())
            .run("t", Map.of(), variants, name -> new TrainingListener() {});

    for (VariantResult variant : comparison.variants().subList(1, 3)) {
      assertEquals("diverged after 0 of 3 epochs", variant.progress());
      assertTrue(variant.failure().contains("at step 2 (epoch 1"), variant.failure());
    }
    String table = TextReport.render(comparison);
    assertTrue(table.contains("one (diverged after 0 of 3 epochs)"), table);
    assertTrue(table.contains("two diverged: The loss is"), table);
  }

  private static Network network() {
    TargetRequest request = TargetRequest.of("ThreeLayerCNN");
    return new Targets(new Diagnostics())
        .network(request.preferring(Shape.of(3, 32, 32), 8))
        .orElseThrow();
  }

  private TrainingListener stoppingInTheFirstEpochOfTwo(String name) {
    return new TrainingListener() {
      @Override
      public void epochDone(EpochMetrics metrics) {
        if (name.equals("two")) {
          stop.request();
        }
      }
    };
  }

  private static ImageData images() {
    byte[] pixels = new byte[8 * 3 * 32 * 32];
    new java.util.Random(1).nextBytes(pixels);
    ImageSplit split = new ImageSplit(3, 32, 32, pixels, new int[] {0, 1, 2, 3, 4, 5, 6, 7});
    return ImageData.of("noise", List.of("a", "b", "c", "d", "e", "f", "g", "h"), split, split);
  }
}
