package sec.runtime.compile;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A Java source file in memory. */
final class SourceFile extends SimpleJavaFileObject {
  private final String text;

  /**
   * A source file.
   *
   * @param path its package's folder and its name: {@code net/SE.java}
   * @param text what stands in it
   */
  SourceFile(String path, String text) {
    super(URI.create("memory:///" + path), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
