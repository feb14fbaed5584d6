package sec.bench;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sec.compiler.operators.Shape;
import sec.runtime.data.ImageData;
import sec.runtime.data.ImageSplit;
import sec.runtime.data.NormalisedImages;
import sec.runtime.pipeline.InputPipeline;
import sec.runtime.pipeline.TransformList;

/** Images of CIFAR's size that one thread draws and normalises in a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PipelineBenchmark {
  private static final int IMAGES = 10_000;
  private static final Shape SHAPE = Shape.of(3, 32, 32);

  /** What they go through besides. */
  @Param({
    "pad-crop(4) flip",
    "pad-crop(4) flip erase(0.25)",
    "random-resized-crop(32) flip",
    "colour-jitter(0.4, 0.4, 0.4, 0.1)"
  })
  private String transforms = "";

  private NormalisedImages images;
  private float[] numbers;
  private int next;

  /** Noise: no step is quicker for some images than for others. */
  @Setup
  public void prepare() {
    byte[] pixels = new byte[(int) (IMAGES * SHAPE.size())];
    new Random(1).nextBytes(pixels);
    ImageSplit split = new ImageSplit(3, 32, 32, pixels, new int[IMAGES]);
    ImageData data = ImageData.of("noise", List.of("one", "other"), split, split);
    TransformList list = TransformList.parse(transforms);
    images = InputPipeline.of(data, list, TransformList.NONE, SHAPE, 1).augmented(7, 0);
    numbers = new float[(int) SHAPE.size()];
  }

  /** One image; each in turn, so that they come from memory and not from the cache. */
  @Benchmark
  public float[] image() {
    // A stride that visits all, out of order as an epoch does.
    next = (next + 7_919) % IMAGES;
    images.write(next, numbers);
    return numbers;
  }
}
