package sec.verify.bench;

/**
 * How long a race is: it ends when both are reached.
 *
 * @param rounds at least so many, in each of which every entrant runs once
 * @param seconds at least so many
 */
public record Length(int rounds, double seconds) {
  /** So many rounds. */
  public static Length ofRounds(int rounds) {
    return new Length(rounds, 0);
  }

  /** So many seconds; never less than one round. */
  public static Length ofSeconds(double seconds) {
    return new Length(1, seconds);
  }
}
