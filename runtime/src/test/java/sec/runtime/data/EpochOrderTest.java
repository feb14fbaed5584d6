package sec.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochOrderTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 1000})
  void isAPermutation(int size) {
    int[] sorted = EpochOrder.permutation(3, 2, size);
    Arrays.sort(sorted);
    for (int i = 0; i < size; i++) {
      assertEquals(i, sorted[i]);
    }
    assertEquals(size, sorted.length);
  }

  @Test
  void isTheSameEveryTime() {
    assertArrayEquals(EpochOrder.permutation(3, 2, 500), EpochOrder.permutation(3, 2, 500));
  }

  @Test
  void keepsTheOrderItHadWhenItWasWritten() {
    assertArrayEquals(new int[] {6, 2, 0, 7, 8, 3, 9, 5, 4, 1}, EpochOrder.permutation(42, 1, 10));
  }

  @Test
  void differsBetweenEpochsAndSeeds() {
    int[] order = EpochOrder.permutation(3, 2, 500);
    assertFalse(Arrays.equals(order, EpochOrder.permutation(3, 3, 500)));
    assertFalse(Arrays.equals(order, EpochOrder.permutation(4, 2, 500)));
    assertFalse(Arrays.equals(EpochOrder.permutation(2, 3, 500), order));
  }

  /** Over 6,000 epochs each of 6 samples comes 1,000 times to each place; 5 deviations are 144. */
  @Test
  void putsEverySampleInEveryPlaceAboutEquallyOften() {
    int size = 6;
    int[][] counts = new int[size][size];
    for (int epoch = 0; epoch < 6000; epoch++) {
      int[] order = EpochOrder.permutation(1, epoch, size);
      for (int place = 0; place < size; place++) {
        counts[place][order[place]]++;
      }
    }
    for (int[] atPlace : counts) {
      for (int count : atPlace) {
        assertTrue(Math.abs(count - 1000) < 144, () -> Arrays.deepToString(counts));
      }
    }
  }

  @Test
  void refusesNegativeNumbers() {
    assertThrows(IllegalArgumentException.class, () -> EpochOrder.permutation(1, -1, 5));
    assertThrows(IllegalArgumentException.class, () -> EpochOrder.permutation(1, 0, -5));
  }
}
