package sec.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SplitMix64Test {

  /** The library's generator starts from the same state and uses the same constants. */
  @Test
  void isTheGeneratorOfTheLibrary() {
    SplittableRandom library = new SplittableRandom(1234567);
    SplitMix64 random = new SplitMix64(1234567);
    for (int i = 0; i < 1000; i++) {
      assertEquals(library.nextLong(), random.nextLong());
    }
  }

  @Test
  void everyKeyOfThePathMatters() {
    long reference = SplitMix64.keyed(1, 2, 3).nextLong();
    assertEquals(reference, SplitMix64.keyed(1, 2, 3).nextLong());
    assertNotEquals(reference, SplitMix64.keyed(0, 2, 3).nextLong());
    assertNotEquals(reference, SplitMix64.keyed(1, 3, 3).nextLong());
    assertNotEquals(reference, SplitMix64.keyed(1, 2, 4).nextLong());
    assertNotEquals(reference, SplitMix64.keyed(1, 3, 2).nextLong());
  }

  @Test
  void boundedNumbersReachBothEndsAndNoFurther() {
    SplitMix64 random = new SplitMix64(5);
    int[] counts = new int[3];
    double least = 1;
    double greatest = 0;
    for (int i = 0; i < 30_000; i++) {
      counts[random.nextInt(3)]++;
      double number = random.between(0, 1);
      least = Math.min(least, number);
      greatest = Math.max(greatest, number);
    }
    for (int count : counts) {
      assertEquals(10_000, count, 410, "five standard deviations");
    }
    assertTrue(least >= 0 && least < 0.01, "least " + least);
    assertTrue(greatest < 1 && greatest > 0.99, "greatest " + greatest);
  }
}
