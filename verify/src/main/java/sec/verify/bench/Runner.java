package sec.verify.bench;

/** Something that answers one batch when it is told to. */
interface Runner extends AutoCloseable {
  /** Answers, and waits until the answer is there. */
  void run();

  @Override
  void close();
}
