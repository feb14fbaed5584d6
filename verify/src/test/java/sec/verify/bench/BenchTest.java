package sec.verify.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.fixtures.NetworkFixtures;
import sec.compiler.fixtures.TestNetworks;
import sec.compiler.inference.Model;
import sec.compiler.ir.Network;
import sec.compiler.table.CsvTable;
import sec.verify.Form;

/** How entrants run in turn, and what is told of it. */
class BenchTest {
  private static final Setting SETTING = new Setting(Engine.ORT, 4, 1);

  @Test
  void quartilesStandBetweenNeighboursInProportion() {
    assertEquals(new Quartiles(2, 3, 4), Quartiles.of(5, 1, 4, 2, 3));
    assertEquals(new Quartiles(1.75, 2.5, 3.25), Quartiles.of(4, 3, 2, 1));
    assertEquals(new Quartiles(7, 7, 7), Quartiles.of(7));
  }

  @Test
  void quartilesHaveTheirSharesBelow() {
    double[] numbers = new Random(5).doubles(4001).toArray();
    Quartiles quartiles = Quartiles.of(numbers);
    assertEquals(1000, below(numbers, quartiles.lower()));
    assertEquals(2000, below(numbers, quartiles.median()));
    assertEquals(3000, below(numbers, quartiles.upper()));
  }

  private static long below(double[] numbers, double limit) {
    return DoubleStream.of(numbers).filter(n -> n < limit).count();
  }

  /** A clock that only runs forward while someone runs: by 3 for a, by 7 for b. */
  @Test
  void entrantsRunInTurnAndAreTimedApart() {
    long[] now = {0};
    List<String> order = new ArrayList<>();
    List<Runner> runners =
        List.of(runner("a", () -> now[0] += 3, order), runner("b", () -> now[0] += 7, order));

    List<long[]> times = new Race(() -> now[0]).run(runners, Length.ofRounds(4));

    assertEquals(List.of(3L, 3L, 3L, 3L), boxed(times.get(0)));
    assertEquals(List.of(7L, 7L, 7L, 7L), boxed(times.get(1)));
    assertEquals("ab".repeat(Race.WARM_UP + 4), String.join("", order));
  }

  @Test
  void secondsEndARaceAfterTheRoundInWhichTheyPass() {
    long[] now = {0};
    List<Runner> runners = List.of(runner("a", () -> now[0] += 400_000_000, new ArrayList<>()));
    assertEquals(3, new Race(() -> now[0]).run(runners, Length.ofSeconds(1)).getFirst().length);
  }

  private static Runner runner(String name, Runnable work, List<String> order) {
    return new Runner() {
      @Override
      public void run() {
        order.add(name);
        work.run();
      }

      @Override
      public void close() {}
    };
  }

  private static List<Long> boxed(long[] numbers) {
    return LongStream.of(numbers).boxed().toList();
  }

  /** The second is slower by half on the whole, and by a quarter to three quarters by rounds. */
  @Test
  void tableTellsTheOverheadByMediansAndByRounds() {
    Measurement base =
        new Measurement(
            "A", SETTING, new long[] {2_000_000, 4_000_000, 4_000_000}, OptionalLong.of(5));
    Measurement other =
        new Measurement(
            "B", SETTING, new long[] {3_000_000, 4_000_000, 8_000_000}, OptionalLong.empty());

    String csv = CsvTable.render(BenchTable.of(List.of(List.of(base, other))));

    assertEquals(
        """
        target,engine,batch,threads,median_ms,lower_ms,upper_ms,images_per_second,overhead_percent,\
        overhead_lower_percent,overhead_upper_percent,memory_bytes,runs
        A,ort,4,1,4.0,3.0,4.0,1000.0,,,,5,3
        B,ort,4,1,4.0,3.5,6.0,1000.0,0.0,25.0,75.0,,3
        """,
        csv.replace("\r\n", "\n"));
  }

  @Test
  void networksAndFilesRaceInEachEngine(@TempDir Path folder) throws Exception {
    Entrant net = new Entrant.OfNetwork("ThreeLayerSE", TestNetworks.of("ThreeLayerSE"));
    Path file = folder.resolve("tiny.onnx");
    Network network = NetworkFixtures.squeezeExcitation();
    Form.TRAINABLE.write(file, new Model(network, NetworkFixtures.weights(network, 1)));
    List<Entrant> both = List.of(net, new Entrant.OfFile("tiny.onnx", file));
    try (Bench bench = new Bench(both, Form.GENERIC, Length.ofRounds(2))) {
      assertComplete(bench.race(new Setting(Engine.ORT, 2, 1)), 2);
      Setting java = new Setting(Engine.DJL, 1, 1);
      BenchException refused = assertThrows(BenchException.class, () -> bench.race(java));
      assertTrue(String.valueOf(refused.getMessage()).contains("tiny.onnx: DJL runs no ONNX"));
    }
    try (Bench bench = new Bench(List.of(net), Form.GENERIC, Length.ofRounds(2))) {
      assertComplete(bench.race(new Setting(Engine.DJL, 2, 1)), 1);
    }
    Path other = Files.writeString(folder.resolve("other.onnx"), "no model");
    List<Entrant> broken = List.of(new Entrant.OfFile("other.onnx", other));
    try (Bench bench = new Bench(broken, Form.GENERIC, Length.ofRounds(2))) {
      assertThrows(BenchException.class, () -> bench.race(SETTING));
    }
  }

  private static void assertComplete(List<Measurement> race, int entrants) {
    assertEquals(entrants, race.size());
    assertTrue(
        race.stream()
            .flatMapToLong(measurement -> LongStream.of(measurement.nanoseconds()))
            .allMatch(time -> time > 0));
    assertEquals(
        Stream.generate(() -> 2).limit(entrants).toList(),
        race.stream().map(measurement -> measurement.nanoseconds().length).toList());
  }
}
