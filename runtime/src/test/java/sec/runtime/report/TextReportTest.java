package sec.runtime.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextReportTest {
  @Test
  void alignsNamesLeftAndNumbersRight() {
    Comparison sample = Comparisons.sample();
    Comparison plain =
        new Comparison("t", "d", Map.of(), Stream.of(0, 2, 3).map(sample.variants()::get).toList());

    assertEquals(
        """
        variant             params    MACs  top-1 %   vs base  top-5 %  seconds
        -----------------------------------------------------------------------
        identity            97,290  10.7 M    70.00  baseline    95.00  1,042.3
        Bump\uFFFD(r=16)         97,823  10.7 M    69.00     -1.00    95.00  1,042.3
        softmax regression  30,730  30.7 k    90.00                  -      1.3
        """,
        TextReport.render(plain));
  }

  @Test
  void saysWhatWasStopped() {
    Comparison sample = Comparisons.stopped();
    Comparison plain =
        new Comparison("t", "d", Map.of(), Stream.of(0, 2).map(sample.variants()::get).toList());

    assertEquals(
        """
        variant                      params    MACs  top-1 %   vs base  top-5 %  seconds
        --------------------------------------------------------------------------------
        identity                     97,290  10.7 M    70.00  baseline    95.00  1,042.3
        Bump\uFFFD(r=16) (1 of 3 epochs)  97,823  10.7 M    90.00              90.00  1,042.3

        Stopped early: Bump\uFFFD(r=16) has 1 of 3 epochs.
        """,
        TextReport.render(plain));
    assertEquals(0.7, sample.bestTop1());
    assertTrue(
        Summary.of(sample)
            .endsWith(
                " has 1 of 3 epochs, 1 variant has none. identity is first with 70.00 % top-1."));
  }

  @Test
  void scalesCountsToThreeDigits() {
    assertEquals("999", Column.scaled(999));
    assertEquals("1.00 k", Column.scaled(1000));
    assertEquals("9.99 k", Column.scaled(9_994));
    assertEquals("10.0 k", Column.scaled(9_996));
    assertEquals("1.00 M", Column.scaled(999_600));
    assertEquals("40.6 M", Column.scaled(40_551_040));
    assertEquals("3.86 G", Column.scaled(3_857_973_248L));
    assertEquals("20.7 G", Column.scaled(20_688_363_520L));
  }

  @Test
  void measuresAgainstOneBaselineOnly() {
    Comparison sample = Comparisons.sample();
    VariantResult baseline = sample.variants().getFirst();

    assertEquals(0.725, sample.bestTop1());
    assertEquals(0.025, sample.gain(sample.variants().get(1)).getAsDouble(), 1e-12);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Comparison("t", "d", Map.of(), List.of(baseline, baseline)));
  }

  @Test
  void saysTheOutcomeInASentence() {
    assertEquals(
        Comparisons.HOSTILE
            + " is first with 72.50 % top-1, 2.50 points above identity,"
            + " with 0.5 % more parameters and under 0.1 % more multiply-adds.",
        Summary.of(Comparisons.sample()));
  }
}
