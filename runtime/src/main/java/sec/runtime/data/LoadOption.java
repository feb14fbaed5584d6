package sec.runtime.data;

/**
 * What can be said of how a data set is loaded. A caller that was given something of which a data
 * set takes no notice had better say so than train on something else.
 */
public enum LoadOption {
  /** The folder with its files. */
  FOLDER("--data-dir"),
  /** What images are drawn from, or which of them are for testing. */
  SEED("--data-seed"),
  /** How many of a folder's images are for testing. */
  TEST_SHARE("--val-share"),
  /** Whether to go on without images that cannot be used. */
  SKIP_BAD("--skip-bad"),
  /** Whether to fetch what is not there. */
  DOWNLOAD("--download");

  private final String flag;

  LoadOption(String flag) {
    this.flag = flag;
  }

  /** How users say it. */
  public String flag() {
    return flag;
  }
}
