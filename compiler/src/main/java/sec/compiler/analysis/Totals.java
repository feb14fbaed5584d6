package sec.compiler.analysis;

/**
 * What a part of a network costs. What is shared counts once, where it is first used, so parts add
 * up to the whole.
 *
 * @param parameters trained numbers
 * @param buffers numbers kept but not trained: BN's running statistics
 * @param macs multiply-adds for one sample
 * @param bytes of the outputs of its operators, for one sample at 4 bytes a number
 */
public record Totals(long parameters, long buffers, long macs, long bytes) {
  /** Of nothing. */
  public static final Totals NONE = new Totals(0, 0, 0, 0);

  /**
   * Of two parts.
   *
   * @throws ArithmeticException if a count passes the range of a {@code long}
   */
  public Totals plus(Totals other) {
    return new Totals(
        Math.addExact(parameters, other.parameters),
        Math.addExact(buffers, other.buffers),
        Math.addExact(macs, other.macs),
        Math.addExact(bytes, other.bytes));
  }
}
