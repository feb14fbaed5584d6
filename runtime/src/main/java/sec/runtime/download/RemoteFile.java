package sec.runtime.download;

import java.net.URI;

/**
 * A file that is published somewhere.
 *
 * @param address where; http or https
 * @param md5 its checksum, in hexadecimal, as its publishers or those who mirror it give it
 */
public record RemoteFile(URI address, String md5) {

  /** What it is called. */
  public String name() {
    String path = address.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
