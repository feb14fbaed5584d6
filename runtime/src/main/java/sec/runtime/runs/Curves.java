package sec.runtime.runs;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import sec.compiler.io.AtomicFile;
import sec.runtime.training.EpochMetrics;
import sec.runtime.training.Evaluation;
import sec.runtime.training.TrainingListener;

/**
 * Loss and accuracy by epoch as pictures, training and test on one axis: {@code loss.png}, {@code
 * loss.svg}, {@code top1.png}, {@code top1.svg}. Where the learning rate drops, there is a line.
 */
final class Curves implements TrainingListener {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 500;

  /** Drawing takes a moment; of short epochs not each is drawn. */
  private static final long REST_NANOS = 20_000_000_000L;

  private final Path folder;
  private final String title;
  private final List<EpochMetrics> epochs = new ArrayList<>();
  private long drawn = System.nanoTime() - REST_NANOS;
  private boolean due;
  private boolean broken;

  Curves(Path folder, String title) {
    this.folder = folder;
    this.title = title;
  }

  @Override
  public void started(int wanted, int imagesPerEpoch) {
    epochs.clear();
  }

  @Override
  public void resumed(long step, List<EpochMetrics> before) {
    epochs.addAll(before);
  }

  @Override
  public void epochDone(EpochMetrics metrics) {
    epochs.add(metrics);
    due = true;
    if (System.nanoTime() - drawn >= REST_NANOS) {
      draw();
    }
  }

  @Override
  public void ended() {
    if (due) {
      draw();
    }
  }

  private void draw() {
    due = false;
    if (broken) {
      return;
    }
    try {
      write("loss", chart("loss", Evaluation::loss));
      write("top1", chart("top-1 %", evaluation -> 100 * evaluation.top1()));
    } catch (IOException | RuntimeException | LinkageError | InternalError e) {
      // A machine without fonts, a full disk: no reason to end a training, and told once.
      broken = true;
      System.err.println("sec: the curves in " + folder + " cannot be drawn: " + e);
    }
    drawn = System.nanoTime();
  }

  private void write(String name, XYChart chart) throws IOException {
    for (String format : List.of("png", "svg")) {
      ByteBuffer bytes = ByteBuffer.wrap(ChartEncoder.getBytes(chart, format));
      AtomicFile.write(
          folder.resolve(name + "." + format),
          channel -> {
            while (bytes.hasRemaining()) {
              channel.write(bytes);
            }
          });
    }
  }

  private XYChart chart(String axis, ToDoubleFunction<Evaluation> number) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle("epoch")
            .yAxisTitle(axis)
            .build();
    chart
        .getStyler()
        .setXAxisMin(1.0)
        .setXAxisMax(Math.max(2.0, epochs.getLast().epoch()))
        .setXAxisDecimalPattern("0.##")
        .setPlotGridLinesColor(new Color(0xe0e0e0))
        .setChartBackgroundColor(Color.WHITE)
        .setLegendPosition(Styler.LegendPosition.OutsideE);
    add(chart, "train", new Color(0x4c78a8), epoch -> number.applyAsDouble(epoch.train()));
    add(chart, "test", new Color(0xd1495b), epoch -> number.applyAsDouble(epoch.test()));
    for (int drop : drops(epochs)) {
      chart.addAnnotation(new AnnotationLine(drop, true, false));
    }
    return chart;
  }

  private void add(XYChart chart, String name, Color color, ToDoubleFunction<EpochMetrics> number) {
    List<EpochMetrics> finite =
        epochs.stream().filter(epoch -> Double.isFinite(number.applyAsDouble(epoch))).toList();
    if (finite.isEmpty()) {
      return;
    }
    XYSeries series =
        chart.addSeries(
            name,
            finite.stream().mapToDouble(EpochMetrics::epoch).toArray(),
            finite.stream().mapToDouble(number).toArray());
    series.setMarker(finite.size() == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    series.setMarkerColor(color);
    series.setLineColor(color);
    series.setLineStyle(new BasicStroke(2));
  }

  /**
   * The epochs that begin with a lower rate than the one before had, after or before an epoch in
   * which it stood still: where it falls all the time, there is nothing to mark.
   */
  static List<Integer> drops(List<EpochMetrics> epochs) {
    List<Integer> drops = new ArrayList<>();
    for (int i = 1; i < epochs.size(); i++) {
      double rate = epochs.get(i).learningRate();
      double before = epochs.get(i - 1).learningRate();
      boolean stood = i > 1 && epochs.get(i - 2).learningRate() == before;
      boolean stands = i + 1 < epochs.size() && epochs.get(i + 1).learningRate() == rate;
      if (rate < before && (stood || stands)) {
        drops.add(epochs.get(i).epoch());
      }
    }
    return drops;
  }
}
