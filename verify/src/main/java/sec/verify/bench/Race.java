package sec.verify.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Runs entrants in turn, one run each a round: what else the machine does then meets all of them
 * alike, and the runs of one round can be compared as pairs.
 */
final class Race {
  /** Rounds before the first that counts: caches fill, and memory is taken. */
  static final int WARM_UP = 3;

  private static final double NANOSECONDS = 1e9;

  private final LongSupplier clock;

  /**
   * A race.
   *
   * @param clock in nanoseconds
   */
  Race(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * Runs it.
   *
   * @return for each entrant how many nanoseconds it took in each round
   */
  List<long[]> run(List<? extends Runner> entrants, Length length) {
    for (int round = 0; round < WARM_UP; round++) {
      entrants.forEach(Runner::run);
    }
    List<long[]> rounds = new ArrayList<>();
    long start = clock.getAsLong();
    while (rounds.size() < length.rounds()
        || clock.getAsLong() - start < length.seconds() * NANOSECONDS) {
      long[] times = new long[entrants.size()];
      for (int i = 0; i < times.length; i++) {
        long before = clock.getAsLong();
        entrants.get(i).run();
        times[i] = clock.getAsLong() - before;
      }
      rounds.add(times);
    }
    List<long[]> byEntrant = new ArrayList<>();
    for (int i = 0; i < entrants.size(); i++) {
      int entrant = i;
      byEntrant.add(rounds.stream().mapToLong(times -> times[entrant]).toArray());
    }
    return byEntrant;
  }
}
