package sec.compiler.ir;

/** The network is beyond a limit, which is reported: nothing more is looked at. */
final class LimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
